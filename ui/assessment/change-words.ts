import type { Change, Verdict } from '@fuchi/policy/assess/assessment';
import { VERDICT_WORDS } from '@fuchi/policy/sentence/words';
import { beyondWord } from './beyond-word.ts';
import { valueText } from './value-text.ts';

type Move = Change['changes'][number];

/** What the list of changes is about, seen from where the applicant stands. */
export const CHANGE_TITLES: Readonly<Record<Verdict, string>> = {
  ineligible: '怎样才可能符合：最小的改动',
  undetermined: '什么会改变结论',
  eligible: '什么会使结论改变',
};

/** What one fact would have to become. @example moveWords(move, undefined) // '改为1,000万元' */
export function moveWords({ from, to, unit }: Move, beyond: Change['beyond']): string {
  return `${beyond ? beyondWord(from, to) : '改为'}${valueText(to, unit)}`;
}

/** @example changeText(change) // '项目总投入改为1,000万元（现为999.99万元），结论变为“符合”' */
export function changeText({ changes, beyond, verdict }: Change): string {
  const moves = changes.map(
    (move) => `${move.label}${moveWords(move, beyond)}（现为${valueText(move.from, move.unit)}）`,
  );
  return `${moves.join('，并且')}${beyond ? '时' : ''}，结论变为“${VERDICT_WORDS[verdict]}”`;
}

import type { CheckedRule } from '../checked-guide.ts';
import type { Acceptance } from './acceptance.ts';
import type { Computed } from './amount.ts';
import type { Note, Verdict } from './assessment.ts';
import type { Program } from './program.ts';

/** Remarks that go with an assessment; sentences are made at the edge from code and facts. */
export function notesOf(
  program: Program,
  broken: readonly CheckedRule[],
  computed: Computed,
  verdict: Verdict,
  later: Acceptance | undefined,
): Note[] {
  const { line } = program;
  const notes: Note[] = [];
  const add = (code: string, facts: Readonly<Record<string, string>> = {}) =>
    notes.push({ code, facts });
  if (line.mode !== '申报' && line.mode !== '免申即享') {
    add('not-applied-for', { mode: line.mode, says: line.notice });
  }
  for (const rule of broken)
    add('contradiction', { says: rule.says, facts: rule.facts.join('、') });
  if (line.notComputable !== '') add('not-computable', { says: line.notComputable });
  if (computed.premise !== 'holds' && line.premise)
    add('premise-open', { says: line.premise.says });
  if (verdict !== 'ineligible' && line.steps.length > 0 && line.notComputable === '')
    add('ceiling-not-award');
  if (later && later.failing.length > 0) {
    // Reading G19: input that falls below the threshold at acceptance is for the authority to decide.
    add(later.lost === 'yes' ? 'accepted-below-lost' : 'accepted-below-open', {
      clauses: later.failing.join('、'),
    });
  }
  return notes;
}

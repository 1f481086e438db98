import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Round } from '@fuchi/record-round/round';
import type { SheetRow, SignOffContent } from '@fuchi/record-sign-off/contract';
import type { SignOff } from '@fuchi/record-sign-off/sign-off';
import { signOffsOf } from '@fuchi/record-sign-off/sign-off-store';
import * as z from 'zod';
import { roundContent } from '../contract.ts';
import type { RoundWorld } from '../setup/round-world.ts';
import { compareRows } from '../sheet/compare-rows.ts';
import { type PlainRow, type RoundContent, roundSheet } from '../sheet/round-sheet.ts';

/** Commands of a round that wait for signatures, as their sign-offs are called. */
export const SIGNED_COMMANDS = ['publish', 'change', 'reopen', 'cancel'] as const;
export type SignedCommand = (typeof SIGNED_COMMANDS)[number];

/** What the last step carries out: on which revision it was prepared, and what is to be. */
export const proposal = z.strictObject({
  revision: z.int(),
  /** null where nothing of what is set changes. */
  content: roundContent.nullable(),
});
export type Proposal = z.infer<typeof proposal>;

const TITLES: Readonly<Record<SignedCommand, string>> = {
  publish: '发布申报批次',
  change: '变更申报批次',
  reopen: '重新开放申报批次',
  cancel: '撤销申报批次',
};

/** What heads and leaders are asked to sign. */
export function signedContent(
  command: SignedCommand,
  name: string,
  sheet: { readonly rows: readonly SheetRow[]; readonly comparedWith: string },
  reason: string,
  payload: Proposal,
): SignOffContent {
  return {
    title: `${TITLES[command]}：${name}`,
    reason,
    comparedWith: sheet.comparedWith,
    rows: [...sheet.rows],
    payload: z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(payload))),
  };
}

/**
 * The whole round for its publication; where it was sent before and came back, with what it said then beside it.
 */
export async function publicationSheet(
  db: Database | Work,
  round: Round,
  content: RoundContent,
  { guide, names }: RoundWorld,
): Promise<{ readonly rows: readonly SheetRow[]; readonly comparedWith: string }> {
  const rows = roundSheet(content, guide, names);
  const [last] = await signOffsOf(db, { kind: 'round', id: round.id }, 'publish');
  if (!last) return { rows, comparedWith: '' };
  return { rows: compareRows(rowsOf(last), rows, 'all'), comparedWith: '上次送签的内容' };
}

/** What was there when something was signed before. */
function rowsOf({ content }: SignOff): readonly PlainRow[] {
  return content.rows.flatMap(({ section, label, value }) =>
    value === null ? [] : [{ section, label, value }],
  );
}

/** What a change would make different, row by row. */
export function changeRows(
  before: { readonly content: RoundContent; readonly world: RoundWorld },
  after: { readonly content: RoundContent; readonly world: RoundWorld },
): readonly SheetRow[] {
  const sheet = ({ content, world }: typeof before) =>
    roundSheet(content, world.guide, world.names);
  return compareRows(sheet(before), sheet(after), 'changed');
}

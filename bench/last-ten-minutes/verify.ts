import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Acknowledged } from './applicant.ts';

export interface Verified {
  /** Acknowledged, and not there as it was acknowledged. */
  readonly lost: readonly string[];
  /** Written more often than it was asked for, or numbered twice. */
  readonly doubled: readonly string[];
  /** There in part: a receipt without its state, a file without its paper. */
  readonly half: readonly string[];
}

/** Holds what was acknowledged against what stands in the database, row by row. */
export async function verify(db: Database, all: readonly Acknowledged[]): Promise<Verified> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const half: string[] = [];
  for (const { applicant, saves, paper, receipt } of all) {
    const fields = await db
      .selectFrom('application_field')
      .select(['path', 'value', 'revision'])
      .where('application_id', '=', applicant.draft)
      .execute();
    const kept = new Map(fields.map((field) => [field.path, field]));
    for (const [path, { value, revision }] of saves) {
      const field = kept.get(path);
      if (!field || String(field.value) !== value || Number(field.revision) !== revision) {
        lost.push(`${applicant.draft} ${path}`);
      }
    }
    const events = await eventsOf(db, applicant.draft);
    const saved = events.filter((kind) => kind === 'draft-saved').length;
    if (saved > saves.size) doubled.push(`${applicant.draft}: ${saved} saves of ${saves.size}`);
    if (saved !== fields.length) half.push(`${applicant.draft}: ${fields.length} fields, ${saved}`);

    const papers = await db
      .selectFrom('application_paper')
      .select(['name', 'size'])
      .where('application_id', '=', applicant.draft)
      .execute();
    if (paper && papers.length === 0) lost.push(`${applicant.draft} paper`);
    if (papers.length > 1) doubled.push(`${applicant.draft}: ${papers.length} papers`);
    if (papers.length !== events.filter((kind) => kind === 'paper-added').length) {
      half.push(`${applicant.draft}: papers and events differ`);
    }

    const receipts = await db
      .selectFrom('receipt')
      .select('number')
      .where('application_id', '=', applicant.sealed)
      .execute();
    if (receipt !== undefined && receipts[0]?.number !== receipt) lost.push(`receipt ${receipt}`);
    const told = (await eventsOf(db, applicant.sealed)).filter(
      (kind) => kind === 'application-submitted',
    );
    if (receipts.length > 1 || told.length > 1) doubled.push(`${applicant.sealed}: submitted`);
    const { state } = await db
      .selectFrom('application')
      .select('state')
      .where('id', '=', applicant.sealed)
      .executeTakeFirstOrThrow();
    const parts = [state === 'submitted', receipts.length === 1, told.length === 1];
    if (new Set(parts).size > 1) half.push(`${applicant.sealed}: ${parts.join(', ')}`);
  }
  const numbers = all.flatMap(({ receipt }) => receipt ?? []);
  if (new Set(numbers).size < numbers.length) doubled.push('a number was given twice');
  return { lost, doubled, half };
}

async function eventsOf(db: Database, application: string): Promise<readonly string[]> {
  const events = await db
    .selectFrom('event')
    .select('kind')
    .where('subject_kind', '=', 'application')
    .where('subject_id', '=', application)
    .execute();
  return events.map(({ kind }) => kind);
}

import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { createOrganisation } from '@fuchi/record-organisation/organisation-store';
import type { Regions } from '@fuchi/values/region';
import type { ImportView } from '../contract-unit.ts';
import { lockUnits } from '../unit/keep-unit.ts';
import { knownRecommenders } from '../unit/unit-list-store.ts';
import { type JudgedRow, judgeRows, rowId } from './judge-rows.ts';

type Rows = readonly (readonly string[])[];

/** What an import of recommenders would do. */
export async function previewImport(
  db: Database,
  rows: Rows,
  regions: Regions,
): Promise<ImportView> {
  const judged = judgeRows(rows, regions, await knownRecommenders(db));
  return { rows: judged.map((row) => rowView(row, row.outcome)), made: 0 };
}

/** Sets up the recommenders of the good rows; what stands in the others is told. Nothing to do is no change. */
export async function importUnits(
  work: Work,
  record: Recorder,
  rows: Rows,
  { regions, now, refuse }: { regions: Regions; now: Date; refuse: (view: ImportView) => never },
): Promise<ImportView> {
  await lockUnits(work);
  const judged = judgeRows(rows, regions, await knownRecommenders(work));
  const ids = new Map<string, string>();
  // Those that go through another of the sheet come after it.
  const first = (row: JudgedRow) =>
    row.outcome === 'new' && row.place.parent !== undefined ? 1 : 0;
  for (const row of [...judged].sort((a, b) => first(a) - first(b))) {
    if (row.outcome !== 'new') continue;
    const { parent, ...place } = row.place;
    const through = parent === undefined ? undefined : (ids.get(parent) ?? parent);
    const made = await createOrganisation(
      work,
      record,
      {
        kind: 'recommender',
        name: row.texts.name,
        ...place,
        ...(through !== undefined && { parent: through }),
      },
      now,
    );
    if (made === undefined) throw new Error('a unit without a credit code met one that has it');
    ids.set(rowId(row.row), made);
  }
  const view: ImportView = {
    rows: judged.map((row) => rowView(row, row.outcome === 'new' ? 'made' : row.outcome)),
    made: ids.size,
  };
  return ids.size > 0 ? view : refuse(view);
}

function rowView(
  row: JudgedRow,
  outcome: ImportView['rows'][number]['outcome'],
): ImportView['rows'][number] {
  const faults = row.outcome === 'faulty' ? [...row.faults] : [];
  return { row: row.row, ...row.texts, outcome, faults };
}

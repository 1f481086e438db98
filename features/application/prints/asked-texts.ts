import type { FormBlock } from '@fuchi/documents/application/application-form';
import type { Pair } from '@fuchi/documents/application/pair-table';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { ASKED, RECOMMENDER, TITLE } from '../asked-names.ts';

type Fields = ApplicationContent['fields'];

const LONG_TEXT = 60;

/** What was written of the unit or the project, name by name; nothing that stayed empty. */
export function textPairs(fields: Fields, part: 'unit' | 'project'): readonly Pair[] {
  const told = new Map(
    Object.entries(fields).flatMap(([path, value]): [string, string][] => {
      const [of, name, ...rest] = path.split('/');
      const own = of === part && name !== undefined && rest.length === 0 && !isHead(part, name);
      return own && typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
  return ordered([...told.keys()], ASKED[part]).map((name) => {
    const text = told.get(name) ?? '';
    return { label: name, text, ...(text.length > LONG_TEXT ? { long: true } : {}) };
  });
}

/** The name stands over the project, who recommends on the cover. */
function isHead(part: 'unit' | 'project', name: string): boolean {
  return part === 'project' && (name === TITLE || name === RECOMMENDER);
}

/** Who takes part: a row each, with the columns that hold something. */
export function participantBlock(fields: Fields): readonly FormBlock[] {
  const rows = rowsOf(fields, 'participant');
  const names = namesIn(rows, 'participant');
  if (names.length === 0) return [];
  return [
    {
      kind: 'table',
      title: '参与单位',
      table: {
        columns: [
          { title: '序号', align: 'center', names: true },
          ...names.map((name, i) => ({
            title: name,
            align: 'left' as const,
            ...(i === 0 ? { names: true } : {}),
          })),
        ],
        rows: rows.map((row, i) => [String(i + 1), ...names.map((name) => row.get(name) ?? '')]),
      },
    },
  ];
}

/** The audit reports, each with what it says of itself. */
export function auditBlocks(fields: Fields): readonly FormBlock[] {
  const rows = rowsOf(fields, 'audit');
  return rows.map((row, i) => ({
    kind: 'pairs',
    title: `审计报告${rows.length > 1 ? i + 1 : ''}`,
    pairs: namesIn([row], 'audit').map((name) => ({ label: name, text: row.get(name) ?? '' })),
  }));
}

function namesIn(
  rows: readonly ReadonlyMap<string, string>[],
  part: keyof typeof ASKED,
): readonly string[] {
  return ordered([...new Set(rows.flatMap((row) => [...row.keys()]))], ASKED[part]);
}

function rowsOf(fields: Fields, part: string): readonly ReadonlyMap<string, string>[] {
  const orders = new Map<string, number>();
  const texts = new Map<string, Map<string, string>>();
  for (const [path, value] of Object.entries(fields)) {
    const [of, key, name, ...rest] = path.split('/');
    if (of !== part || key === undefined || rest.length > 0) continue;
    if (name === undefined) {
      if (typeof value === 'object' && value !== null && 'order' in value) {
        orders.set(key, value.order);
      }
    } else if (typeof value === 'string' && value !== '') {
      texts.set(key, (texts.get(key) ?? new Map<string, string>()).set(name, value));
    }
  }
  return [...orders]
    .sort(([a, i], [b, j]) => i - j || (a < b ? -1 : 1))
    .flatMap(([key]) => texts.get(key) ?? []);
}

/** Known names first, in their order; the others by their characters, so that the same content prints alike. */
function ordered(names: readonly string[], known: readonly string[]): readonly string[] {
  const others = names.filter((name) => !known.includes(name));
  return [...known.filter((name) => names.includes(name)), ...others.sort()];
}

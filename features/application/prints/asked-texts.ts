import type { FormBlock } from '@fuchi/documents/application/application-form';
import type { Pair } from '@fuchi/documents/application/pair-table';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { pathOf } from '@fuchi/record-application/contract-path';
import { ASKED, OWN_SHARE, RECOMMENDER, TITLE } from '../asked-names.ts';
import { askedRows, type RowPart } from '../asked-rows.ts';
import { shareText } from '../participants/share.ts';
import type { ReadContent } from './read-content.ts';

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

/** The name stands over the project, who recommends on the cover, the own share with those of the others. */
function isHead(part: 'unit' | 'project', name: string): boolean {
  return part === 'project' && [TITLE, RECOMMENDER, OWN_SHARE].includes(name);
}

/** Who takes part, the applicant first: a row each, with the columns that hold something. */
export function participantBlock({ content, line }: ReadContent): readonly FormBlock[] {
  const { fields, organisation } = content;
  const others = rowsOf(fields, 'participant');
  if (others.length === 0) return [];
  const share = fields[pathOf('project', [OWN_SHARE])];
  const own = new Map<string, string>([
    ['单位名称', organisation.name],
    ['统一社会信用代码', organisation.creditCode ?? ''],
    ['角色', line.participants?.applicant ?? '申报单位'],
    ...(typeof share === 'string' ? [['份额', share] as const] : []),
  ]);
  const rows = [own, ...others];
  const names = namesIn(rows, 'participant');
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
        rows: rows.map((row, i) => [
          String(i + 1),
          ...names.map((name) => {
            const text = row.get(name) ?? '';
            return name === '份额' ? shareText(text) : text;
          }),
        ]),
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

/** The rows in which something was written. */
function rowsOf(fields: Fields, part: RowPart): readonly ReadonlyMap<string, string>[] {
  return askedRows(Object.entries(fields), part)
    .map(({ cells }) => cells)
    .filter(({ size }) => size > 0);
}

/** Known names first, in their order; the others by their characters, so that the same content prints alike. */
function ordered(names: readonly string[], known: readonly string[]): readonly string[] {
  const others = names.filter((name) => !known.includes(name));
  return [...known.filter((name) => names.includes(name)), ...others.sort()];
}

import type { Participants } from '@fuchi/guide/participants';
import { type Entry, isRows } from '@fuchi/policy/facts/entry';
import type { AskedRow } from '../asked-rows.ts';
import { plainName } from '../plain-name.ts';

/** The units of one role that a list of the application's facts names. */
export interface NamedUnits {
  readonly role: string;
  /** The fact whose rows name them. */
  readonly list: string;
  /** As the rows write them, in their order, each once. */
  readonly names: readonly string[];
}

/**
 * Whom the facts name for the roles whose units stand in a list as well: the target firms of a merger.
 * @example namedUnits(line.participants, entry) // [{ role: '目标企业', list: '并购项目', names: ['示例一公司'] }]
 */
export function namedUnits({ roles }: Participants, entry: Entry): readonly NamedUnits[] {
  return roles.flatMap(({ name, named }): readonly NamedUnits[] => {
    if (!named) return [];
    const rows = entry[named.list];
    const cells = isRows(rows) ? rows.rows.map((row) => row.cells[named.column]) : [];
    const told = cells.flatMap((cell) =>
      typeof cell === 'string' && cell.trim() !== '' ? [cell.trim()] : [],
    );
    const names = [...new Map(told.map((one) => [plainName(one), one])).values()];
    return [{ role: name.text, list: named.list, names }];
  });
}

/** Those that no participant of their role is called. */
export function unlisted(
  { role, names }: NamedUnits,
  rows: readonly AskedRow[],
): readonly string[] {
  const listed = new Set(rows.filter((row) => row.cells.get('角色') === role).map(nameOf));
  return names.filter((name) => !listed.has(plainName(name)));
}

/** The name of a participant as it is compared. */
export function nameOf({ cells }: AskedRow): string {
  return plainName(cells.get('单位名称') ?? '');
}

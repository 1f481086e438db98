import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Applicant, Told, ToldRow } from '../sound/applicant.ts';
import { order } from '../sound/big-fraction.ts';
import type { Chance } from '../sound/chance.ts';
import { filled } from '../sound/holes.ts';
import { NONE } from '../sound/point-value.ts';
import type { Ground } from '../sound/sample.ts';
import { boundaryValues, type Figures } from './boundary-values.ts';
import type { Field } from './case.ts';

type Table = Told & { readonly k: 'table' };

const DRAWN = 3;
const CHANGED = 12;
const MOST_ROWS = 9;

/**
 * Ways of filling a table's unknown cells and rows: drawn as the sampler draws them, or the present filling with a few
 * cells moved to a boundary, a row more, a row less. What is told of the table stays.
 */
export function tablesLike(
  g: Field,
  spec: FactSpec,
  given: Applicant,
  now: Applicant,
  figures: Figures,
  chance: Chance,
): Told[] {
  const only = { ...g, asked: [spec.id] };
  const drawn = () => filled(only, given, now, chance).get(spec.id)?.[0]?.told;
  const told = given.get(spec.id)?.[0]?.told;
  const present = now.get(spec.id)?.[0]?.told;
  const fixed: Table = told?.k === 'table' ? told : { k: 'table', rows: [], complete: false };
  const example = chance.of(g.worked.get(spec.id) ?? []);
  const worked = example && withRowsOf(fixed, example, 'in place');
  const after = example && withRowsOf(fixed, example, 'after');
  const made = [...Array.from({ length: DRAWN }, drawn), worked, after].flatMap((t) => t ?? []);
  const fresh = made.flatMap((t) => (t.k === 'table' ? t.rows.slice(fixed.rows.length) : []));
  const change = (from: Told | undefined): Told[] =>
    from?.k === 'table'
      ? [changedTable(g, spec, fixed, from, fresh, figures, chance, spec.id)]
      : [];
  const changed = Array.from({ length: CHANGED }, (_, i) => change(i % 3 === 0 ? worked : present));
  const level = [present, worked].flatMap((t) =>
    t?.k === 'table' ? [levelled(g, spec, fixed, t, figures, chance)] : [],
  );
  return [...made, ...changed.flat(), ...level];
}

/** What is told of a table, and rows of another where something isn't: in place of its rows, or after them. */
function withRowsOf(fixed: Table, other: Told, where: 'in place' | 'after'): Told {
  if (other.k !== 'table') return fixed;
  const rows = fixed.rows.map((row, i): ToldRow => new Map([...(other.rows[i] ?? []), ...row]));
  const more = fixed.complete ? [] : other.rows.slice(where === 'after' ? 0 : fixed.rows.length);
  return { k: 'table', complete: true, rows: [...rows, ...more] };
}

/** The table with one column at an end of its range in every row: there sums and averages end. */
function levelled(
  g: Ground,
  spec: FactSpec,
  fixed: Table,
  from: Table,
  figures: Figures,
  chance: Chance,
): Told {
  const column = chance.of(spec.columns.filter((c) => c.type.kind !== 'rows'));
  if (!column) return from;
  const all = boundaryValues(g, { ...column, id: `${spec.id}.${column.id}` }, figures);
  const least = all.reduce((a, b) => (isLess(b, a) ? b : a), all[0] ?? NONE);
  const most = all.reduce((a, b) => (isLess(a, b) ? b : a), all[0] ?? NONE);
  const value = chance.happens(0.5) ? least : most;
  const rows = from.rows.map((r, i): ToldRow => {
    return isOpen(column, fixed.rows[i]) ? new Map([...r, [column.id, value]]) : r;
  });
  return { k: 'table', rows, complete: true };
}

function isLess(a: Told, b: Told): boolean {
  return a.k === 'number' && b.k === 'number' && order(a.x, b.x) < 0;
}

function changedTable(
  g: Ground,
  spec: FactSpec,
  fixed: Table,
  present: Table,
  fresh: readonly ToldRow[],
  figures: Figures,
  chance: Chance,
  path: string,
): Told {
  const rows = [...present.rows];
  const free = rows.length - fixed.rows.length;
  if (!fixed.complete && rows.length < MOST_ROWS && chance.happens(0.2)) {
    const more = chance.of(chance.happens(0.5) && rows.length > 0 ? rows : fresh);
    if (more) rows.push(more);
  } else if (!fixed.complete && free > 0 && chance.happens(0.15)) {
    // Down to one row of those not told: what holds of a single row is found sooner.
    const keep = chance.happens(0.3) ? chance.of(rows.slice(fixed.rows.length)) : undefined;
    if (keep) rows.splice(fixed.rows.length, free, keep);
    else rows.splice(fixed.rows.length + chance.below(free), 1);
  }
  const at = chance.below(rows.length);
  const row = rows[at];
  if (!row) return { k: 'table', rows, complete: true };
  const changed = new Map(row);
  const open = spec.columns.filter((c) => isOpen(c, fixed.rows[at]));
  // What is told of other facts comes first among the figures: a total that rows have to meet.
  const told: Figures = new Map([...figures].map(([d, all]) => [d, all.slice(0, 4)]));
  for (let i = chance.below(3); i >= 0; i--) {
    const column = chance.of(open);
    if (!column) break;
    const cell = changed.get(column.id);
    const inner = `${path}.${column.id}`;
    const toldCell = fixed.rows[at]?.get(column.id);
    const nothing: Table = { k: 'table', rows: [], complete: false };
    const next =
      cell?.k === 'table'
        ? changedTable(
            g,
            column,
            toldCell?.k === 'table' ? toldCell : nothing,
            cell,
            [],
            figures,
            chance,
            inner,
          )
        : chance.of(
            boundaryValues(g, { ...column, id: inner }, chance.happens(0.5) ? told : figures),
          );
    if (next) changed.set(column.id, next);
  }
  rows[at] = changed;
  return { k: 'table', rows, complete: true };
}

/** Whether something of a column isn't told in a row. */
function isOpen(column: FactSpec, told: ToldRow | undefined): boolean {
  const cell = told?.get(column.id);
  if (cell) return cell.k === 'table';
  return column.derivations.length === 0;
}

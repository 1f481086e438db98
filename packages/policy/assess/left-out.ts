import { type Row, type Rows, YES } from '../bounds/domain.ts';
import { type Environment, withFrame } from '../bounds/environment.ts';
import { evaluate, truthOf } from '../bounds/evaluate.ts';
import type { FactSpec } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import type { GivenFacts } from '../facts/given.ts';
import { parts, walk } from '../walk.ts';
import { factUses } from './fact-uses.ts';
import { type LeftOutReason, leftOutReasons } from './left-out-reason.ts';
import { prepare } from './prepare.ts';
import type { Program } from './program.ts';

/** A row of a list that was told and counts for nothing. */
export interface LeftOutRow {
  /** The list; with a dot, a list within its rows: `贷款.各期付息`. */
  readonly list: string;
  /** The row of the outer list, from 1; 0 for a row of an outer list itself. */
  readonly outer: number;
  readonly row: number;
  /** The figures that leave it out, in the order of the line. */
  readonly by: readonly LeavingOut[];
  readonly because: readonly LeftOutReason[];
}

/** A figure that counts some rows of a list: a derived fact, a step of the amount, or a condition. */
export interface LeavingOut {
  readonly label: string;
  readonly clause: string;
}

/**
 * The rows that a filter of the line surely leaves out. A row that anything else of the conditions and the amount takes,
 * or may take, is no news: filters also sort rows into kinds, each with a figure of its own, and of a list of years each
 * figure takes some. Nor is one whose filter isn't decided while a cell is missing, nor one that fails a condition for
 * each row: that is told as the condition. Rows matched to other rows are looked up and not left out.
 * @example leftOut(program, given)[0]?.row // 3
 */
export function leftOut(program: Program, given: GivenFacts): readonly LeftOutRow[] {
  const { env } = prepare(program, given, '申报', new Map());
  const sight = new Sight(program);
  const { clauses } = factUses(program);
  for (const id of program.order) {
    const spec = program.specs.get(id);
    if (!spec) continue;
    const by = { label: spec.label, clause: clauses.get(id)?.[0] ?? '' };
    for (const { node } of spec.derivations) sight.look(node, env, by);
    const rows = env.facts.get(id);
    if (rows?.kind === 'rows') cellsOf(spec, rows, env, by.clause, sight);
  }
  const { line, conditions } = program;
  for (const { clause, each, must, applies } of conditions) {
    const by = { label: `条件${clause}`, clause };
    const rows = each === '' ? undefined : env.facts.get(each);
    if (rows?.kind === 'rows') for (const { value } of rows.items) sight.take(each, 0, value);
    const frames = rows?.kind === 'rows' ? rows.items.map(({ value }) => [value]) : [[]];
    for (const one of frames) {
      for (const tree of [applies, must]) if (tree) sight.look(tree, { ...env, frames: one }, by);
    }
  }
  for (const { id, node, clause } of line.steps) {
    sight.look(node, env, { label: id, clause: clause || line.amountClause });
  }
  const amount = { label: '补助', clause: line.amountClause };
  for (const tree of [line.cap, line.premise?.must, ...line.stages.map((s) => s.amount)]) {
    if (tree) sight.look(tree, env, amount);
  }
  return sight.leftOut();
}

/** What follows for the cells of rows may count rows within them. */
function cellsOf(spec: FactSpec, rows: Rows, env: Environment, clause: string, sight: Sight): void {
  for (const column of spec.columns) {
    for (const { node } of column.derivations) {
      for (const { value } of rows.items) {
        sight.look(node, withFrame(env, value), { label: column.label, clause });
      }
    }
  }
}

class Sight {
  private readonly program: Program;
  private readonly taken = new Set<string>();
  private readonly out = new Map<string, readonly LeftOutRow[]>();

  constructor(program: Program) {
    this.program = program;
  }

  /** Notes which rows an expression takes, and which its filters leave out. */
  look(node: Checked, env: Environment, by: LeavingOut): void {
    if (node.type.kind === 'rows') {
      this.lookAtRows(node, env, by);
      return;
    }
    const each = node.kind === 'project' || node.kind === 'some' || node.kind === 'every';
    if (!each) {
      for (const part of parts(node)) this.look(part, env, by);
      return;
    }
    this.look(node.list, env, by);
    const rows = evaluate(node.list, env);
    if (rows.kind !== 'rows' || !countsRows(node.body)) return;
    for (const { value, row } of rows.items) {
      if (row > 0) this.look(node.body, withFrame(env, value), by);
    }
  }

  take(table: string, outer: number, { number }: Row): void {
    this.taken.add(keyOf(table, outer, number));
  }

  leftOut(): readonly LeftOutRow[] {
    return [...this.out].flatMap(([key, ways]) => (this.taken.has(key) ? [] : nearest(ways)));
  }

  private lookAtRows(node: Checked, env: Environment, by: LeavingOut): void {
    const found = evaluate(node, env);
    const table = node.type.kind === 'rows' ? node.type.table : '';
    const source = sourceOf(node);
    const outer = source.kind === 'column' ? (env.frames[source.frame]?.number ?? 0) : 0;
    if (found.kind !== 'rows') return;
    for (const { value } of found.items) this.take(table, outer, value);
    for (let list = node; list.kind === 'filter' || list.kind === 'qualified'; list = list.list) {
      if (list.kind !== 'filter') continue;
      const among = evaluate(list.list, env);
      if (among.kind !== 'rows' || isLookup(list.keep, source, env)) continue;
      for (const { value, member, row } of among.items) {
        const within = withFrame(env, value);
        if (row === 0 || member !== YES || truthOf(list.keep, within).t) continue;
        const because = leftOutReasons(list.keep, within, this.program);
        this.leave({ list: table, outer, row: value.number, by: [by], because });
      }
    }
  }

  private leave(row: LeftOutRow): void {
    const key = keyOf(row.list, row.outer, row.row);
    this.out.set(key, [...(this.out.get(key) ?? []), row]);
  }
}

/** A row that no figure counts nearly counts in those it misses by least: they and the reason are told. */
function nearest(ways: readonly LeftOutRow[]): readonly LeftOutRow[] {
  const least = Math.min(...ways.map(({ because }) => because.length));
  const [first] = ways.filter(({ because }) => because.length === least);
  if (!first) return [];
  const reason = JSON.stringify(first.because);
  const by = ways.filter(({ because }) => JSON.stringify(because) === reason).flatMap((w) => w.by);
  const each = by.filter((one, i) => by.findIndex(({ label }) => label === one.label) === i);
  return [{ ...first, by: each }];
}

function keyOf(table: string, outer: number, row: number): string {
  return `${table} ${outer} ${row}`;
}

function sourceOf(list: Checked): Checked {
  return list.kind === 'filter' || list.kind === 'qualified' ? sourceOf(list.list) : list;
}

/** Whether a filter matches rows to a row it stands in: 年度经营[年度 = 年.年度]. The row a list belongs to is its own. */
function isLookup(keep: Checked, source: Checked, { frames }: Environment): boolean {
  let other = false;
  walk(keep, (n) => {
    if (n.kind !== 'column' || n.frame >= frames.length) return;
    if (source.kind !== 'column' || n.frame !== source.frame) other = true;
  });
  return other;
}

function countsRows(tree: Checked): boolean {
  let found = false;
  walk(tree, (n) => {
    if (n.type.kind === 'rows') found = true;
  });
  return found;
}

import type { Domain } from '../bounds/domain.ts';
import type { Environment } from '../bounds/environment.ts';
import { evaluate, meets, truthOf } from '../bounds/evaluate.ts';
import { MIRRORED, NEGATED } from '../bounds/narrow.ts';
import type { FactSpec } from '../checked-guide.ts';
import type { Checked, Test } from '../checked-tree.ts';
import type { CompareOp } from '../syntax/syntax-tree.ts';
import { parts } from '../walk.ts';
import type { Program } from './program.ts';
import { shownValue } from './show.ts';

/** Why a filter leaves a row out: what a figure is, and what it would have to be. */
export interface LeftOutReason {
  readonly label: string;
  /** As people write it: 2022-01-05, 3天, 是. */
  readonly value: string;
  readonly is: /** How it stands to the other figure. */
    | {
        readonly kind: 'compared';
        readonly op: CompareOp;
        readonly to: string;
        readonly date: boolean;
      }
    | { readonly kind: 'outside' | 'inside'; readonly ranges: readonly ShownRange[] }
    /** A figure that speaks for itself: 是 or 否, or one among several of an expression. */
    | { readonly kind: 'so' };
}

/** Two ends, or the same one twice; `name` is the calendar's. */
export interface ShownRange {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What decides a filter that surely isn't met for a row.
 * @param env with the row as its innermost frame
 * @example leftOutReasons(keep, withFrame(env, row), program)[0]?.label // '付款日期'
 */
export function leftOutReasons(
  keep: Checked,
  env: Environment,
  program: Program,
): readonly LeftOutReason[] {
  return reasons(keep, false, env, program);
}

/** Why a part is what it is, `is`. */
function reasons(
  node: Checked,
  is: boolean,
  env: Environment,
  program: Program,
): readonly LeftOutReason[] {
  const on = (part: Checked) => reasons(part, is, env, program);
  const surely = (part: Checked) => {
    const { t, f } = truthOf(part, env);
    return is ? !f : !t;
  };
  switch (node.kind) {
    case 'not':
      return reasons(node.of, !is, env, program);
    case 'and':
    case 'or': {
      // One part is enough to fail an `and` or to meet an `or`; otherwise it takes them all.
      const enough = (node.kind === 'and') !== is;
      return (enough ? node.items.filter(surely) : node.items).flatMap(on);
    }
    case 'if': {
      const { t, f } = truthOf(node.when, env);
      if (t !== f) return on(t ? node.whenTrue : node.otherwise);
      return figures(node, env, program);
    }
    case 'compare': {
      const swapped = labelOf(node.left, program) === '';
      const [of, to] = swapped ? [node.right, node.left] : [node.left, node.right];
      const label = labelOf(of, program);
      const other = text(evaluate(to, env), to);
      if (label === '' || other === '') return figures(node, env, program);
      const met = swapped ? MIRRORED[node.op] : node.op;
      const date = of.type.kind === 'number' && of.type.dimension === 'date';
      const op = is ? met : NEGATED[met];
      return [
        {
          label,
          value: text(evaluate(of, env), of),
          is: { kind: 'compared', op, to: other, date },
        },
      ];
    }
    case 'within': {
      const label = labelOf(node.of, program);
      const of = evaluate(node.of, env);
      const tests = is ? node.tests.filter((test) => !meets(of, test, env).f) : node.tests;
      const ranges = tests.map((test) => shownRange(test, env));
      if (label === '' || ranges.some(({ from, to }) => from === '' || to === '')) {
        return figures(node, env, program);
      }
      const kind = is ? 'inside' : 'outside';
      return [{ label, value: text(of, node.of), is: { kind, ranges } }];
    }
    case 'column': {
      // A cell that follows from others of its row is explained by them.
      const spec = columnOf(node.table, node.column, program);
      const within = { ...env, frames: env.frames.slice(0, node.frame + 1) };
      const from = spec?.derivations.find((d) => {
        const { t, f } = truthOf(d.node, within);
        return t === is && f !== is;
      });
      return from ? reasons(from.node, is, within, program) : figures(node, env, program);
    }
    default:
      return figures(node, env, program);
  }
}

/** The figures an expression looks at, for want of words for what it makes of them. */
function figures(node: Checked, env: Environment, program: Program): readonly LeftOutReason[] {
  const label = labelOf(node, program);
  const value = label === '' ? '' : text(evaluate(node, env), node);
  if (value !== '') return [{ label, value, is: { kind: 'so' } }];
  const inner = parts(node).flatMap((part) => figures(part, env, program));
  return inner.filter((one, i) => inner.findIndex((o) => o.label === one.label) === i);
}

/** What a figure is called; '' for one that has no name. */
function labelOf(node: Checked, program: Program): string {
  if (node.kind === 'fact') return program.specs.get(node.fact)?.label ?? '';
  if (node.kind === 'column') return columnOf(node.table, node.column, program)?.label ?? '';
  return node.kind === 'attribute' ? labelOf(node.of, program) : '';
}

function columnOf(table: string, id: string, { specs }: Program): FactSpec | undefined {
  const [list = '', inner] = table.split('.');
  const outer = specs.get(list);
  const spec = inner === undefined ? outer : outer?.columns.find((c) => c.id === inner);
  return spec?.columns.find((c) => c.id === id);
}

function shownRange(test: Test, env: Environment): ShownRange {
  if (test.kind === 'value') {
    const value = text(evaluate(test.value, env), test.value);
    return { name: '', from: value, to: value };
  }
  const { from, to } = test;
  const name = from.kind === 'literal' && to.kind === 'literal' && from.name === to.name;
  return {
    name: name && from.kind === 'literal' ? (from.name ?? '') : '',
    from: text(evaluate(from, env), from),
    to: text(evaluate(to, env), to),
  };
}

/** '' for what isn't known. */
function text(domain: Domain, { type }: Checked): string {
  const { value, unit } = shownValue(domain, type);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (domain.kind === 'word' && domain.values?.length === 1) return `“${value}”`;
  return typeof value === 'string' ? `${value}${unit}` : value.join('、');
}

import { all } from '../bounds/compare.ts';
import { type Item, isKnown, type Row } from '../bounds/domain.ts';
import { type Environment, withFrame } from '../bounds/environment.ts';
import { evaluate, truthOf } from '../bounds/evaluate.ts';
import type { FactSpec } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { parts, walk } from '../walk.ts';
import { holdingShare } from './holding-share.ts';
import type { Program } from './program.ts';

/** An unknown fact, or an unknown cell of a row. */
export interface Need {
  readonly fact: string;
  readonly row: number;
}

/**
 * The unknown facts on which an expression still depends. Parts that are settled, and branches that
 * can't be reached, need nothing.
 */
export function needs(node: Checked, env: Environment, program: Program): Need[] {
  const found = new Map<string, Need>();
  collect(node, env, program, found);
  return [...found.values()];
}

function collect(
  node: Checked,
  env: Environment,
  program: Program,
  found: Map<string, Need>,
): void {
  if (isKnown(evaluate(node, env))) return;
  switch (node.kind) {
    case 'fact': {
      // A figure that contradicts others is asked anew, whatever it would follow from.
      const spec = env.apart.has(node.fact) ? undefined : program.specs.get(node.fact);
      collectFrom(spec, { ...env, frames: [] }, program, found, { fact: node.fact, row: 0 });
      return;
    }
    case 'column': {
      const row = env.frames[node.frame]?.number ?? 0;
      if (row === 0) return;
      const inner = { ...env, frames: env.frames.slice(0, node.frame + 1) };
      const need = { fact: `${node.table}.${node.column}`, row };
      collectFrom(columnOf(node, program), inner, program, found, need);
      return;
    }
    case 'and':
    case 'or': {
      collectParts(node.items, node.kind === 'or', env, program, found);
      return;
    }
    case 'if': {
      const when = truthOf(node.when, env);
      if (when.t && when.f) collect(node.when, env, program, found);
      if (when.t) collect(node.whenTrue, env, program, found);
      if (when.f) collect(node.otherwise, env, program, found);
      return;
    }
    case 'filter':
    case 'project':
    case 'some':
    case 'every': {
      collect(node.list, env, program, found);
      const list = evaluate(node.list, env);
      if (list.kind !== 'rows') return;
      const body = node.kind === 'filter' ? node.keep : node.body;
      for (const item of list.items) collect(body, withFrame(env, item.value), program, found);
      return;
    }
    case 'qualified': {
      collect(node.list, env, program, found);
      const list = evaluate(node.list, env);
      if (list.kind !== 'rows' || node.list.kind !== 'fact') return;
      for (const item of list.items) qualifyingNeeds(node.list.fact, item, env, program, found);
      return;
    }
    default:
      for (const part of parts(node)) collect(part, env, program, found);
  }
}

/**
 * The parts of `and` and `or`, first the one by which the whole is settled soonest: one that may well fail, or hold,
 * after few questions. Once it has, the others need not be asked.
 */
function collectParts(
  items: readonly Checked[],
  any: boolean,
  env: Environment,
  program: Program,
  found: Map<string, Need>,
): void {
  const open = items.flatMap((item) => {
    const lacking = new Map<string, Need>();
    collect(item, env, program, lacking);
    const share = holdingShare(item, program);
    const soon = (any ? share : 1 - share) / lacking.size;
    return lacking.size > 0 ? [{ lacking, soon }] : [];
  });
  open.sort((a, b) => b.soon - a.soon);
  for (const { lacking } of open) {
    for (const [key, need] of lacking) if (!found.has(key)) found.set(key, need);
  }
}

/** What a figure's derivation still lacks, or the figure itself. */
function collectFrom(
  spec: FactSpec | undefined,
  env: Environment,
  program: Program,
  found: Map<string, Need>,
  itself: Need,
): void {
  const begun = derivationBegun(spec, env, program);
  const lacking = new Map<string, Need>();
  if (begun) collect(begun, env, program, lacking);
  if (lacking.size === 0) lacking.set(`${itself.fact}\u0000${itself.row}`, itself);
  for (const [key, need] of lacking) found.set(key, need);
}

/**
 * The derivation of a figure that something was told for: what it still lacks is asked, not the figure.
 * Of a figure for which nothing was told, the figure itself is.
 */
function derivationBegun(
  spec: FactSpec | undefined,
  env: Environment,
  program: Program,
): Checked | undefined {
  const told = (part: Checked): boolean => {
    if (part.kind !== 'fact' && part.kind !== 'column') return false;
    // Columns of rows further in have no value here; that there are rows says enough.
    if (part.kind === 'column' && env.frames[part.frame] === undefined) return false;
    const value = evaluate(part, env);
    if (value.kind === 'rows' ? value.items.length > 0 || !value.rest : isKnown(value)) return true;
    const own = part.kind === 'fact' ? program.specs.get(part.fact) : columnOf(part, program);
    const frames = part.kind === 'fact' ? [] : env.frames.slice(0, part.frame + 1);
    return derivationBegun(own, { ...env, frames }, program) !== undefined;
  };
  return spec?.derivations.find((d) => {
    let some = false;
    walk(d.node, (part) => {
      some ||= told(part);
    });
    return some;
  })?.node;
}

function columnOf(node: Checked & { kind: 'column' }, program: Program): FactSpec | undefined {
  const [fact = '', ...inner] = node.table.split('.');
  let table = program.specs.get(fact);
  for (const id of inner) table = table?.columns.find((c) => c.id === id);
  return table?.columns.find((c) => c.id === node.column);
}

/** The cells that decide whether a row counts. */
export function qualifyingNeeds(
  table: string,
  item: Item<Row>,
  env: Environment,
  program: Program,
  found: Map<string, Need>,
): void {
  const inner = withFrame({ ...env, frames: [] }, item.value);
  const musts = env.qualifying.get(table) ?? [];
  const whole = all(musts.map((m) => truthOf(m, inner)));
  if (whole.t !== whole.f) return;
  for (const must of musts) collect(must, inner, program, found);
}

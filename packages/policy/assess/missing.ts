import { all } from '../bounds/compare.ts';
import { type Item, isKnown, type Row } from '../bounds/domain.ts';
import { type Environment, withFrame } from '../bounds/environment.ts';
import { evaluate, truthOf } from '../bounds/evaluate.ts';
import type { FactSpec } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { parts, walk } from '../walk.ts';

/** An unknown fact, or an unknown cell of a row. */
export interface Need {
  readonly fact: string;
  readonly row: number;
}

/**
 * The unknown facts on which an expression still depends. Parts that are settled, and branches that
 * can't be reached, need nothing.
 */
export function needs(node: Checked, env: Environment, specs: Specs): Need[] {
  const found = new Map<string, Need>();
  collect(node, env, specs, found);
  return [...found.values()];
}

type Specs = ReadonlyMap<string, FactSpec>;

function collect(node: Checked, env: Environment, specs: Specs, found: Map<string, Need>): void {
  if (isKnown(evaluate(node, env))) return;
  switch (node.kind) {
    case 'fact': {
      // A figure that contradicts others is asked anew, whatever it would follow from.
      const spec = env.apart.has(node.fact) ? undefined : specs.get(node.fact);
      collectFrom(spec, { ...env, frames: [] }, specs, found, { fact: node.fact, row: 0 });
      return;
    }
    case 'column': {
      const row = env.frames[node.frame]?.number ?? 0;
      if (row === 0) return;
      const inner = { ...env, frames: env.frames.slice(0, node.frame + 1) };
      const need = { fact: `${node.table}.${node.column}`, row };
      collectFrom(columnOf(node, specs), inner, specs, found, need);
      return;
    }
    case 'and':
    case 'or': {
      for (const item of node.items) collect(item, env, specs, found);
      return;
    }
    case 'if': {
      const when = truthOf(node.when, env);
      if (when.t && when.f) collect(node.when, env, specs, found);
      if (when.t) collect(node.whenTrue, env, specs, found);
      if (when.f) collect(node.otherwise, env, specs, found);
      return;
    }
    case 'filter':
    case 'project':
    case 'some':
    case 'every': {
      collect(node.list, env, specs, found);
      const list = evaluate(node.list, env);
      if (list.kind !== 'rows') return;
      const body = node.kind === 'filter' ? node.keep : node.body;
      for (const item of list.items) collect(body, withFrame(env, item.value), specs, found);
      return;
    }
    case 'qualified': {
      collect(node.list, env, specs, found);
      const list = evaluate(node.list, env);
      if (list.kind !== 'rows' || node.list.kind !== 'fact') return;
      for (const item of list.items) qualifyingNeeds(node.list.fact, item, env, specs, found);
      return;
    }
    default:
      for (const part of parts(node)) collect(part, env, specs, found);
  }
}

/** What a figure's derivation still lacks, or the figure itself. */
function collectFrom(
  spec: FactSpec | undefined,
  env: Environment,
  specs: Specs,
  found: Map<string, Need>,
  itself: Need,
): void {
  const begun = derivationBegun(spec, env, specs);
  const lacking = new Map<string, Need>();
  if (begun) collect(begun, env, specs, lacking);
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
  specs: Specs,
): Checked | undefined {
  const told = (part: Checked): boolean => {
    if (part.kind !== 'fact' && part.kind !== 'column') return false;
    // Columns of rows further in have no value here; that there are rows says enough.
    if (part.kind === 'column' && env.frames[part.frame] === undefined) return false;
    const value = evaluate(part, env);
    if (value.kind === 'rows' ? value.items.length > 0 || !value.rest : isKnown(value)) return true;
    const own = part.kind === 'fact' ? specs.get(part.fact) : columnOf(part, specs);
    const frames = part.kind === 'fact' ? [] : env.frames.slice(0, part.frame + 1);
    return derivationBegun(own, { ...env, frames }, specs) !== undefined;
  };
  return spec?.derivations.find((d) => {
    let some = false;
    walk(d.node, (part) => {
      some ||= told(part);
    });
    return some;
  })?.node;
}

function columnOf(node: Checked & { kind: 'column' }, specs: Specs): FactSpec | undefined {
  const [fact = '', ...inner] = node.table.split('.');
  let table = specs.get(fact);
  for (const id of inner) table = table?.columns.find((c) => c.id === id);
  return table?.columns.find((c) => c.id === node.column);
}

/** The cells that decide whether a row counts. */
export function qualifyingNeeds(
  table: string,
  item: Item<Row>,
  env: Environment,
  specs: Specs,
  found: Map<string, Need>,
): void {
  const inner = withFrame({ ...env, frames: [] }, item.value);
  const musts = env.qualifying.get(table) ?? [];
  const whole = all(musts.map((m) => truthOf(m, inner)));
  if (whole.t !== whole.f) return;
  for (const must of musts) collect(must, inner, specs, found);
}

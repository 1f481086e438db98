import type { FactSpec } from '@fuchi/policy/checked-guide';
import { type Fraction, fromText, order } from './big-fraction.ts';
import type { Moment } from './moment.ts';
import { computed, type Scope } from './point-evaluator.ts';
import { keyOf, type TableRow, type Value } from './point-value.ts';

/** The fact that tells what earlier stages paid. */
export const PAID = '已拨付金额';

/** A cell or fact as told: one value, or rows. */
export type Told =
  | Value
  | { readonly k: 'table'; readonly rows: readonly ToldRow[]; readonly complete: boolean };
export type ToldRow = ReadonlyMap<string, Told>;

export interface Statement {
  readonly source: string;
  readonly told: Told;
  /** At application planned, at acceptance audited; without one it holds at both. */
  readonly moment?: Moment;
}

/** What is told of an applicant: fact → statements. Facts without one aren't told. */
export type Applicant = ReadonlyMap<string, readonly Statement[]>;

/** What is wrong with an applicant's figures among themselves. */
export interface Contradiction {
  readonly says: string;
  readonly facts: readonly string[];
}

type World = Omit<Scope, 'fact' | 'step' | 'frames'>;

/** The facts of an applicant: told, or following from what is told. */
export class Facts {
  readonly #applicant: Applicant;
  readonly #specs: Readonly<Record<string, FactSpec>>;
  readonly #values = new Map<string, Value | undefined>();
  readonly #plain: Scope;
  readonly contradictions: Contradiction[] = [];
  /** Figures nobody states that follow in several ways, with different results: the first way decides. */
  readonly fallbacks: Contradiction[] = [];
  /** Whether some stated figure could not be held against what it follows from. */
  halfTold = false;

  constructor(applicant: Applicant, specs: Readonly<Record<string, FactSpec>>, world: World) {
    this.#applicant = applicant;
    this.#specs = specs;
    const fact = (id: string) => this.fact(id);
    this.#plain = { ...world, fact, step: () => undefined, frames: [] };
  }

  scope(steps?: ReadonlyMap<string, Value | undefined>): Scope {
    return steps ? { ...this.#plain, step: (id) => steps.get(id) } : this.#plain;
  }

  fact(id: string): Value | undefined {
    if (this.#values.has(id)) return this.#values.get(id);
    this.#values.set(id, undefined);
    const spec = this.#specs[id];
    const value = spec && this.#settled(spec);
    this.#values.set(id, value);
    return value;
  }

  #settled(spec: FactSpec): Value | undefined {
    const statements = this.#applicant.get(spec.id) ?? [];
    const decided = statements.find((s) => spec.decidedBy !== '' && s.source === spec.decidedBy);
    const told = decided ?? statements[0];
    const derived = this.#derived(spec, []);
    if (!told) return this.#agreed(spec, derived, spec.id);
    const value = this.#value(spec, told.told, []);
    if (derived.length < spec.derivations.length) this.halfTold = true;
    if (decided || value === undefined || value.k === 'rows') return value;
    const values = [...statements.map((s) => this.#value(spec, s.told, [])), ...derived];
    this.#same(spec.id, value, values);
    return value;
  }

  #derived(spec: FactSpec, frames: readonly TableRow[]): readonly Value[] {
    if (spec.derivations.length === 0) return NOTHING_DERIVED;
    const scope = frames.length > 0 ? { ...this.#plain, frames } : this.#plain;
    return spec.derivations.flatMap((d) => {
      const value = computed(d.node, scope);
      return value ? [value] : [];
    });
  }

  /** The first derivation that can be computed; all that can be must agree. One that gives 无 can't. */
  #agreed(spec: FactSpec, derived: readonly Value[], path: string): Value | undefined {
    const value = derived.find((v) => v.k !== 'none');
    if (value?.k === 'number' && outside(spec, value.x))
      this.contradictions.push({ says: `${path} 超出范围`, facts: [path.split('.')[0] ?? ''] });
    if (value) this.#same(path, value, derived, this.fallbacks);
    return value;
  }

  #same(
    path: string,
    value: Value,
    others: readonly (Value | undefined)[],
    differing = this.contradictions,
  ): void {
    const [id = ''] = path.split('.');
    for (const other of others) {
      if (!other || other.k === 'none' || other.k === 'rows') continue;
      if (keyOf(other) !== keyOf(value)) differing.push({ says: `${path} 有几个数`, facts: [id] });
    }
  }

  #value(
    spec: FactSpec,
    told: Told,
    frames: readonly TableRow[],
    path = spec.id,
  ): Value | undefined {
    if (told.k !== 'table') return told;
    if (!told.complete) return undefined;
    return { k: 'rows', rows: told.rows.map((r) => this.#row(spec, r, frames, path)) };
  }

  #row(spec: FactSpec, told: ToldRow, frames: readonly TableRow[], path: string): TableRow {
    const values = new Map<string, Value | undefined>();
    const cell = (id: string): Value | undefined => {
      if (values.has(id)) return values.get(id);
      values.set(id, undefined);
      const column = spec.columns.find((c) => c.id === id);
      const value = column && this.#cell(column, told.get(id), [...frames, row], `${path}.${id}`);
      values.set(id, value);
      return value;
    };
    const row: TableRow = { cell };
    for (const column of spec.columns) cell(column.id);
    return row;
  }

  #cell(
    column: FactSpec,
    told: Told | undefined,
    frames: readonly TableRow[],
    path: string,
  ): Value | undefined {
    if (told?.k === 'table') return this.#value(column, told, frames, path);
    const derived = this.#derived(column, frames);
    if (!told) return this.#agreed(column, derived, path);
    if (column.decidedBy === '') this.#same(path, told, derived);
    return told;
  }
}

const NOTHING_DERIVED: readonly Value[] = [];

function outside(spec: FactSpec, x: Fraction): boolean {
  const low = spec.least !== '' && order(x, fromText(spec.least)) < 0;
  return low || (spec.most !== '' && order(x, fromText(spec.most)) > 0);
}

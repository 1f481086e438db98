import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Applicant, Told, ToldRow } from './applicant.ts';
import { fromText } from './big-fraction.ts';
import { ABSENT, exactly, isOne, OPEN, type Rows, range, type Span, type SpanRow } from './span.ts';
import { type SpanScope, spanOf } from './span-evaluator.ts';

type World = Omit<SpanScope, 'fact' | 'step' | 'frames'>;

/** What the facts of an applicant may be: as told, as it follows from what is told, or anything their kind allows. */
export class SpanFacts {
  readonly #applicant: Applicant;
  readonly #specs: Readonly<Record<string, FactSpec>>;
  readonly #absent: ReadonlySet<string>;
  readonly #world: World;
  readonly #spans = new Map<string, Span>();

  /** @param absent facts, and columns as `table.column`, of which being absent is an answer */
  constructor(
    applicant: Applicant,
    specs: Readonly<Record<string, FactSpec>>,
    absent: ReadonlySet<string>,
    world: World,
  ) {
    this.#applicant = applicant;
    this.#specs = specs;
    this.#absent = absent;
    this.#world = world;
  }

  scope(steps: ReadonlyMap<string, Span> = new Map()): SpanScope {
    const fact = (id: string) => this.fact(id);
    return { ...this.#world, fact, step: (id) => steps.get(id), frames: [] };
  }

  isTold(id: string): boolean {
    return this.#applicant.has(id);
  }

  fact(id: string): Span {
    const found = this.#spans.get(id);
    if (found) return found;
    const spec = this.#specs[id];
    if (!spec) throw new RangeError(`no fact ${id}`);
    const statements = this.#applicant.get(id) ?? [];
    const decided = statements.find((s) => spec.decidedBy !== '' && s.source === spec.decidedBy);
    const told = (decided ?? statements[0])?.told;
    const span = told ? this.#told(spec, told, [], id) : this.#untold(spec, [], id);
    this.#spans.set(id, span);
    return span;
  }

  /** The first derivation that can be computed; while none can, the first that surely gives a value. */
  #untold(spec: FactSpec, frames: readonly SpanRow[], path: string): Span {
    const derived = spec.derivations.map((d) => spanOf(d.node, { ...this.scope(), frames }));
    const value = derived.find(isKnown) ?? derived.find((d) => d.k === 'number' && !d.none);
    return value ?? this.#any(spec, frames, path);
  }

  #any(spec: FactSpec, frames: readonly SpanRow[], path: string): Span {
    const none = this.#absent.has(path);
    switch (spec.type.kind) {
      case 'number': {
        const end = (text: string) => (text === '' ? undefined : fromText(text));
        return { ...range(end(spec.least), end(spec.most)), none };
      }
      case 'bool':
        return OPEN;
      case 'choice':
        if (spec.type.many) return { k: 'many', words: undefined };
        return { k: 'word', words: spec.options, none };
      case 'region':
        return { k: 'place', place: undefined };
      case 'rows':
        return { k: 'rows', rows: [], more: this.#row(spec, new Map(), frames, path) };
      default:
        return { k: 'word', words: undefined, none };
    }
  }

  #told(spec: FactSpec, told: Told, frames: readonly SpanRow[], path: string): Span {
    switch (told.k) {
      case 'number':
        return exactly(told.x);
      case 'bool':
        return { k: 'bool', t: told.is, f: !told.is };
      case 'word':
        return { k: 'word', words: [told.word], none: false };
      case 'none':
        return ABSENT;
      case 'many':
        return { k: 'many', words: told.words };
      case 'place':
        return { k: 'place', place: told.region };
      case 'table':
        return this.#table(spec, told, frames, path);
      default:
        throw new RangeError(`${path}: a computed list is not told`);
    }
  }

  #table(
    spec: FactSpec,
    told: Told & { k: 'table' },
    frames: readonly SpanRow[],
    path: string,
  ): Rows {
    const rows = told.rows.map((r) => ({ of: this.#row(spec, r, frames, path), sure: true }));
    const more = told.complete ? undefined : this.#row(spec, new Map(), frames, path);
    return { k: 'rows', rows, more };
  }

  #row(spec: FactSpec, told: ToldRow, frames: readonly SpanRow[], path: string): SpanRow {
    const spans = new Map<string, Span>();
    const row: SpanRow = {
      cell: (id) => {
        const found = spans.get(id);
        if (found) return found;
        const column = spec.columns.find((c) => c.id === id);
        if (!column) return undefined;
        const inner = `${path}.${id}`;
        const cell = told.get(id);
        const inside = [...frames, row];
        const span = cell
          ? this.#told(column, cell, inside, inner)
          : this.#untold(column, inside, inner);
        spans.set(id, span);
        return span;
      },
    };
    return row;
  }
}

/** One value that isn't 无. */
function isKnown(of: Span): boolean {
  switch (of.k) {
    case 'number':
      return isOne(of);
    case 'bool':
      return of.t !== of.f;
    case 'word':
      return of.words?.length === 1 && !of.none;
    default:
      return false;
  }
}

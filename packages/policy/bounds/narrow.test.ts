import { rational } from '@fuchi/values/rational';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Checked } from '../checked-tree.ts';
import { BOOL, DATE, DAYS, MONEY, MONTHS, type ValueType } from '../value-type.ts';
import { type Domain, EITHER, NO, NONE_NUMBER, type Num, point, YES } from './domain.ts';
import type { Environment } from './environment.ts';
import { evaluate, truthOf } from './evaluate.ts';
import { narrowTo } from './narrow.ts';

const MONEY_FACTS = ['甲', '乙', '丙'];
const DATE_FACTS = ['起', '止'];
const WORDS = ['企业', '事业单位', '社会团体'];

function env(facts: ReadonlyMap<string, Domain>): Environment {
  return {
    facts: new Map(facts),
    steps: new Map(),
    frames: [],
    tables: new Map(),
    qualifying: new Map(),
    nonEmpty: new Set(),
    apart: new Set(),
  };
}

function literal(type: ValueType, value: string): Checked {
  return { kind: 'literal', type, value, clause: '', written: value };
}

const fact = (type: ValueType, ids: readonly string[]): fc.Arbitrary<Checked> =>
  fc.constantFrom(...ids).map((id): Checked => ({ kind: 'fact', type, fact: id }));
const WORD: ValueType = { kind: 'choice', options: WORDS, many: false };

/** Random conditions over money, dates, a word and a yes-or-no; small figures, so that they often meet. */
const { condition } = fc.letrec<{ money: Checked; date: Checked; condition: Checked }>((tie) => ({
  money: fc.oneof(
    { depthSize: 'small' },
    fact(MONEY, MONEY_FACTS),
    fc.integer({ min: -4, max: 8 }).map((n) => literal(MONEY, `${n}/1`)),
    fc
      .record({
        op: fc.constantFrom('+', '-', '*', '/' as const),
        left: tie('money'),
        right: tie('money'),
      })
      .map((n): Checked => ({ kind: 'arithmetic', type: MONEY, ...n })),
    fc
      .record({
        kind: fc.constantFrom('least', 'greatest' as const),
        items: fc.array(tie('money'), { minLength: 2, maxLength: 3 }),
      })
      .map((n): Checked => ({ type: MONEY, ...n })),
    tie('money').map((of): Checked => ({ kind: 'negate', type: MONEY, of })),
    fc
      .record({ when: tie('condition'), whenTrue: tie('money'), otherwise: tie('money') })
      .map((n): Checked => ({ kind: 'if', type: MONEY, ...n })),
    tie('money').map(
      (of): Checked => ({ kind: 'round', type: MONEY, mode: 'half-up', of, quantum: '2/1' }),
    ),
    fc
      .record({
        unit: fc.constantFrom('days', 'months', 'years' as const),
        from: tie('date'),
        to: tie('date'),
      })
      .map((n): Checked => ({ kind: 'between-dates', type: DAYS, ...n })),
  ),
  date: fc.oneof(
    { depthSize: 'small' },
    fact(DATE, DATE_FACTS),
    fc.integer({ min: 18_600, max: 19_400 }).map((n) => literal(DATE, `${n}/1`)),
    fc
      .record({ date: tie('date'), months: fc.integer({ min: -26, max: 26 }), back: fc.boolean() })
      .map(({ date, months, back }): Checked => {
        return { kind: 'move', type: DATE, date, by: literal(MONTHS, `${months}/1`), back };
      }),
    fc
      .record({ date: tie('date'), days: fc.integer({ min: -60, max: 60 }), back: fc.boolean() })
      .map(({ date, days, back }): Checked => {
        return { kind: 'move', type: DATE, date, by: literal(DAYS, `${days}/1`), back };
      }),
  ),
  condition: fc.oneof(
    { depthSize: 'small' },
    fc
      .record({
        op: fc.constantFrom('=', '!=', '<', '<=', '>', '>=' as const),
        sides: fc.oneof(fc.tuple(tie('money'), tie('money')), fc.tuple(tie('date'), tie('date'))),
      })
      .map(({ op, sides: [left, right] }): Checked => {
        return { kind: 'compare', type: BOOL, op, left, right };
      }),
    fc
      .record({
        of: tie('money'),
        from: tie('money'),
        to: tie('money'),
        open: fc.boolean(),
      })
      .map(({ of, from, to, open }): Checked => {
        const test = { kind: 'range', from, to, fromOpen: open, toOpen: !open } as const;
        return { kind: 'within', type: BOOL, of, tests: [test] };
      }),
    fc.subarray([...WORDS], { minLength: 1 }).map((words): Checked => {
      const of: Checked = { kind: 'fact', type: WORD, fact: '类型' };
      const tests = words.map((w) => ({ kind: 'value', value: literal(WORD, w) }) as const);
      return { kind: 'within', type: BOOL, of, tests };
    }),
    fc.constantFrom(...MONEY_FACTS, ...DATE_FACTS).map((id): Checked => {
      const left: Checked = { kind: 'fact', type: MONEY, fact: id };
      return { kind: 'compare', type: BOOL, op: '=', left, right: literal({ kind: 'none' }, '') };
    }),
    fact(BOOL, ['是']),
    tie('condition').map((of): Checked => ({ kind: 'not', type: BOOL, of })),
    fc
      .record({
        kind: fc.constantFrom('and', 'or' as const),
        items: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
      })
      .map((n): Checked => ({ type: BOOL, ...n })),
    fc
      .record({ when: tie('condition'), whenTrue: tie('condition'), otherwise: tie('condition') })
      .map((n): Checked => ({ kind: 'if', type: BOOL, ...n })),
  ),
}));

/** A value, and a domain in which it lies. */
interface Held {
  readonly value: Domain;
  readonly domain: Domain;
}

const heldNumber = (x: fc.Arbitrary<number>, spread: number): fc.Arbitrary<Held> =>
  fc
    .record({
      x,
      below: fc.option(fc.nat({ max: spread })),
      above: fc.option(fc.nat({ max: spread })),
      open: fc.boolean(),
      mayBeNone: fc.boolean(),
      isNone: fc.boolean(),
    })
    .map(({ x: at, below, above, open, mayBeNone, isNone }): Held => {
      const domain: Num = {
        ...NONE_NUMBER,
        some: true,
        none: mayBeNone,
        lo: below === null ? undefined : rational(at - below),
        hi: above === null ? undefined : rational(at + above),
        loOpen: open && below !== null && below > 0,
        hiOpen: open && above !== null && above > 0,
      };
      return { value: mayBeNone && isNone ? NONE_NUMBER : point(rational(at)), domain };
    });

const applicant = fc
  .record({
    money: fc.array(heldNumber(fc.integer({ min: -4, max: 8 }), 5), { minLength: 3, maxLength: 3 }),
    dates: fc.array(heldNumber(fc.integer({ min: 18_600, max: 19_400 }), 400), {
      minLength: 2,
      maxLength: 2,
    }),
    word: fc.constantFrom(...WORDS),
    known: fc.boolean(),
    yes: fc.boolean(),
  })
  .map(({ money, dates, word, known, yes }): ReadonlyMap<string, Held> => {
    const one = (w: readonly string[]): Domain => ({ kind: 'word', values: w, none: false });
    return new Map([
      ...money.map((h, i): [string, Held] => [MONEY_FACTS[i] ?? '', h]),
      ...dates.map((h, i): [string, Held] => [DATE_FACTS[i] ?? '', h]),
      ['类型', { value: one([word]), domain: known ? one([word]) : one(WORDS) }],
      ['是', { value: yes ? YES : NO, domain: known ? (yes ? YES : NO) : EITHER }],
    ]);
  });

/** Whether a domain still holds a value: with it put in, nothing changes what the value is. */
function holds(domain: Domain | undefined, value: Domain): boolean {
  if (domain?.kind === 'num' && value.kind === 'num') {
    if (!value.some) return domain.none;
    const fact: Checked = { kind: 'fact', type: MONEY, fact: 'x' };
    const same: Checked = {
      kind: 'compare',
      type: BOOL,
      op: '=',
      left: fact,
      right: literalOf(value),
    };
    return truthOf(same, env(new Map([['x', domain]]))).t;
  }
  if (domain?.kind === 'word' && value.kind === 'word')
    return value.values?.every((v) => domain.values?.includes(v)) ?? false;
  if (domain?.kind === 'truth' && value.kind === 'truth')
    return (domain.t || !value.t) && (domain.f || !value.f);
  return false;
}

function literalOf(value: Num): Checked {
  return literal(MONEY, `${value.lo?.n ?? 0}/${value.lo?.d ?? 1}`);
}

const WHOLE = new Set(DATE_FACTS);

describe('估计和收窄', () => {
  it('估计的真假里有真实的那个', () => {
    fc.assert(
      fc.property(condition, applicant, (node, held) => {
        const real = truthOf(node, env(new Map([...held].map(([id, h]) => [id, h.value]))));
        const may = truthOf(node, env(new Map([...held].map(([id, h]) => [id, h.domain]))));
        expect({ t: may.t || !real.t, f: may.f || !real.f }).toEqual({ t: true, f: true });
        // Of known facts, the outcome is known.
        expect(real.t).not.toBe(real.f);
      }),
      { numRuns: 4000, seed: 7 },
    );
  });

  it('收窄从不去掉真实的那个值', () => {
    fc.assert(
      fc.property(condition, applicant, (node, held) => {
        const real = truthOf(node, env(new Map([...held].map(([id, h]) => [id, h.value])))).t;
        const narrowed = env(new Map([...held].map(([id, h]) => [id, h.domain])));
        const possible = narrowTo(node, real, narrowed, { whole: WHOLE, changed: false });
        expect(possible).toBe(true);
        for (const [id, h] of held) {
          const says = `${id} ${JSON.stringify(h.value)} ${JSON.stringify(narrowed.facts.get(id))}`;
          expect(holds(narrowed.facts.get(id), h.value), says).toBe(true);
        }
      }),
      { numRuns: 8000, seed: 11 },
    );
  });

  it('收窄真的收窄', () => {
    const wide = env(new Map([['甲', { ...NONE_NUMBER, none: false, some: true }]]));
    const left: Checked = { kind: 'fact', type: MONEY, fact: '甲' };
    const node: Checked = {
      kind: 'compare',
      type: BOOL,
      op: '>=',
      left,
      right: literal(MONEY, '3/1'),
    };
    expect(narrowTo(node, true, wide, { whole: new Set(), changed: false })).toBe(true);
    expect(evaluate(left, wide)).toMatchObject({ lo: rational(3), hi: undefined });
  });
});

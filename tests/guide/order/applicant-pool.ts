import type { Checked } from '@fuchi/policy/checked-tree';
import type { Applicant } from '../sound/applicant.ts';
import { fraction, mul } from '../sound/big-fraction.ts';
import type { Chance } from '../sound/chance.ts';
import type { Judgement } from '../sound/oracle.ts';
import { type Ground, judgeOn, mended, stated } from '../sound/sample.ts';
import { ordinaryValue, toldFacts } from './ordinary-value.ts';

export interface Enterprise {
  readonly applicant: Applicant;
  readonly judgement: Judgement;
}

/** How an enterprise turns out to fit its line. */
export const FITS = ['fits', 'fails one condition', 'fails several'] as const;
export type Fit = (typeof FITS)[number];

export function fitOf({ judgement }: Enterprise): Fit {
  if (judgement.verdict === 'eligible') return 'fits';
  const failing = [...judgement.outcomes.values()].filter((o) => o === 'unmet').length;
  return failing > 1 ? 'fails several' : 'fails one condition';
}

const CHANGES = 400;
const STARTS = 40;

/** Enterprises that fit the line: anything at first, then changed where a condition fails until none does. */
export function fitting(g: Ground, wanted: number, chance: Chance): Enterprise[] {
  const found: Enterprise[] = [];
  for (let i = 0; i < STARTS * wanted && found.length < wanted; i++) {
    const start = new Map(
      toldFacts(g).map((s) => [s.id, stated(ordinaryValue(s, g, chance), s.decidedBy)]),
    );
    const made = mended(g, start, new Set(start.keys()), 'eligible', CHANGES, chance);
    if (isWhole(made.judgement) && made.judgement.verdict === 'eligible') found.push(made);
  }
  return found;
}

const REPAIRS = 60;

/**
 * An enterprise somewhere between one that fits and one that has nothing to do with the line: how far it is from
 * fitting is drawn evenly, and each of its facts is with that chance any value at all, whatever the conditions want.
 * Undefined where its figures can't be made to agree with each other.
 */
export function enterprise(
  g: Ground,
  fits: readonly Enterprise[],
  chance: Chance,
): Enterprise | undefined {
  const start = chance.of(fits);
  if (!start) return undefined;
  const far = chance.next();
  const applicant = new Map(start.applicant);
  const own = toldFacts(g).flatMap((spec) => (spec.supplied === '' ? [spec.id] : []));
  for (const id of own) if (chance.happens(far)) redraw(g, applicant, id, chance);
  let judgement = judgeOn(g, applicant);
  for (let i = 0; i < REPAIRS && judgement.contradictions.length > 0; i++) {
    const clashing = judgement.contradictions.flatMap((c) =>
      c.facts.filter((f) => own.includes(f)),
    );
    const id = chance.of(clashing);
    if (id === undefined) break;
    // A part gives way to its whole; of other figures any is drawn anew.
    if (!clashing.some((part) => madePart(g, applicant, part, chance))) {
      redraw(g, applicant, id, chance);
    }
    judgement = judgeOn(g, applicant);
  }
  return isWhole(judgement) ? { applicant: new Map(applicant), judgement } : undefined;
}

type Draft = Map<string, NonNullable<ReturnType<Applicant['get']>>>;

function redraw(g: Ground, applicant: Draft, id: string, chance: Chance): void {
  const spec = g.guide.facts[id];
  if (!spec || madePart(g, applicant, id, chance)) return;
  applicant.set(id, stated(ordinaryValue(spec, g, chance), spec.decidedBy));
}

/** A part is any share of its whole. */
function madePart(g: Ground, applicant: Draft, id: string, chance: Chance): boolean {
  for (const { must } of g.line.consistency) {
    const whole = wholeOf(must, id);
    const told = whole === undefined ? undefined : applicant.get(whole)?.[0]?.told;
    if (told?.k !== 'number') continue;
    const share = fraction(BigInt(chance.below(101)), 100n);
    applicant.set(
      id,
      stated({ k: 'number', x: mul(told.x, share) }, g.guide.facts[id]?.decidedBy ?? ''),
    );
    return true;
  }
  return false;
}

function wholeOf(rule: Checked, part: string): string | undefined {
  if (rule.kind !== 'compare' || rule.op !== '<=') return undefined;
  const { left, right } = rule;
  if (left.kind !== 'fact' || right.kind !== 'fact' || left.fact !== part) return undefined;
  return left.type.kind === 'number' && left.type.dimension === 'money' ? right.fact : undefined;
}

/** Without contradiction, and with an answer to everything the verdict needs. */
function isWhole(j: Judgement): boolean {
  return j.contradictions.length === 0 && j.told && j.verdict !== 'undetermined';
}

import type { Amount, Assessment } from '@fuchi/policy/assess/assessment';
import { add, digits, type Fraction, fraction, mul, ofDigits, order, sub } from './big-fraction.ts';
import type { Range } from './span.ts';
import type { Spanned } from './span-oracle.ts';

const WAN = fraction(1n, 10_000n);
/** What a figure without a finite expansion may differ by when it is shown. */
const SHOWN = fraction(1n, 1_000_000n);

/** Where an assessment says less than the tables of the docs give, or something else. */
export function lessThan(a: Assessment, docs: Spanned): string[] {
  const wrong: string[] = [];
  if (docs.verdict !== 'undetermined' && a.verdict !== docs.verdict)
    wrong.push(`结论 ${a.verdict}，按真值表 ${docs.verdict}`);
  for (const c of a.conditions) {
    const outcome = docs.outcomes.get(c.clause) ?? 'open';
    // Conditions that can't hold together are each shown as failing.
    const together = c.outcome === 'unmet' && a.failing.length > 1;
    if (outcome !== 'open' && c.outcome !== outcome && !together)
      wrong.push(`${c.clause} ${c.outcome}，按真值表 ${outcome}`);
  }
  if (a.verdict === 'ineligible') return wrong;
  wrong.push(...wider('上限', a.ceiling, docs.amount));
  for (const [i, stage] of a.stages.entries()) {
    if (stage.amount === undefined && stage.atLeast === undefined) continue;
    const shown: Amount =
      stage.amount === undefined
        ? { atLeast: stage.atLeast ?? '0', atMost: stage.atMost ?? null }
        : { amount: stage.amount };
    wrong.push(...wider(stage.stage, shown, docs.stages[i] ?? null));
  }
  return wrong;
}

function wider(what: string, shown: Amount | null, docs: Range | null): string[] {
  if (shown === null) return [];
  if (docs === null) return [`${what} ${JSON.stringify(shown)}，按真值表无`];
  const [lo, hi] = 'amount' in shown ? [shown.amount, shown.amount] : [shown.atLeast, shown.atMost];
  const low = docs.lo && !docs.none && order(ofDigits(lo), end(docs.lo, -1)) < 0;
  const high = docs.hi && (hi === null || order(ofDigits(hi), end(docs.hi, 1)) > 0);
  if (!low && !high) return [];
  const text = (x: Fraction | undefined) => (x ? (digits(mul(x, WAN)) ?? '约') : '');
  return [`${what} ${lo}..${hi ?? ''}，按真值表 ${text(docs.lo)}..${text(docs.hi)}`];
}

function end(x: Fraction, side: 1 | -1): Fraction {
  const wan = mul(x, WAN);
  if (digits(wan) !== undefined) return wan;
  return side === 1 ? add(wan, SHOWN) : sub(wan, SHOWN);
}

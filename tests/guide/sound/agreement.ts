import type { Amount, Assessment } from '@fuchi/policy/assess/assessment';
import {
  add,
  digits,
  type Fraction,
  fraction,
  mul,
  ofDigits,
  order,
  rounded,
} from './big-fraction.ts';
import type { Judgement } from './oracle.ts';

const WAN = fraction(1n, 10_000n);
const SHOWN = fraction(1n, 1_000_000n);

/** In what an assessment made with holes is wrong about one way of filling them; nothing when it holds. */
export function wrongAbout(given: Assessment, whole: Judgement): string[] {
  const wrong: string[] = [];
  if (given.verdict !== 'undetermined' && given.verdict !== whole.verdict)
    wrong.push(`结论 ${given.verdict}，补全后 ${whole.verdict}`);
  let broken = 0;
  for (const c of given.conditions) {
    const outcome = whole.outcomes.get(c.clause);
    if (c.outcome === 'met' && outcome !== 'met' && outcome !== 'not-applicable')
      wrong.push(`${c.clause} 符合，补全后 ${outcome}`);
    if (c.outcome === 'not-applicable' && outcome !== 'not-applicable')
      wrong.push(`${c.clause} 不适用，补全后 ${outcome}`);
    if (c.outcome === 'unmet' && c.strength !== 'priority' && outcome === 'unmet') broken++;
    if (c.outcome === 'unmet' && outcome !== 'unmet' && given.failing.length < 2)
      wrong.push(`${c.clause} 不符合，补全后 ${outcome}`);
  }
  wrong.push(...laterWrong(given, whole, false));
  if (given.failing.length > 0 && broken === 0)
    wrong.push(`${given.failing.join('、')} 不符合，补全后都符合`);
  if (whole.verdict !== 'eligible') return wrong;
  // Before the premise of any amount is told to hold, none is given (reading G20).
  const premised = given.notes.some((n) => n.code === 'premise-open');
  if (!premised) wrong.push(...amountWrong('上限', given.ceiling, whole.amount));
  for (const [i, stage] of given.stages.entries()) {
    const amount = whole.stages[i];
    if (premised || (stage.amount === undefined && stage.atLeast === undefined)) continue;
    const shown: Amount =
      stage.amount !== undefined
        ? { amount: stage.amount }
        : { atLeast: stage.atLeast ?? '0', atMost: stage.atMost ?? null };
    wrong.push(...amountWrong(stage.stage, shown, amount));
  }
  return wrong;
}

/** Conditions said to fail at acceptance that don't; of an applicant known in full, also those left unsaid. */
function laterWrong(given: Assessment, whole: Judgement, all: boolean): string[] {
  const note = given.notes.find((n) => n.code.startsWith('accepted-below'));
  const said = (note?.facts['clauses'] ?? '').split('、').filter((c) => c !== '');
  const failing = whole.failingLater ?? [];
  // Of several that can't hold together, which one fails is open.
  const vain = said.length === 1 ? said.filter((c) => !failing.includes(c)) : [];
  const left = all ? failing.filter((c) => !said.includes(c)) : [];
  return [
    ...vain.map((c) => `${c} 说验收数不符合，实为符合`),
    ...left.map((c) => `${c} 验收数不符合，没有说`),
  ];
}

function amountWrong(
  what: string,
  shown: Amount | null,
  amount: Fraction | null | undefined,
): string[] {
  if (amount === undefined) return [];
  if (amount === null) {
    return shown && 'amount' in shown ? [`${what} ${shown.amount}，补全后无`] : [];
  }
  const wan = mul(amount, WAN);
  const says = digits(wan) ?? `约${digits(rounded(wan, SHOWN, 'half-up'))}`;
  if (shown === null) return [`${what} 无，补全后 ${says}`];
  if ('amount' in shown) {
    return order(ofDigits(shown.amount), exactly(wan)) === 0
      ? []
      : [`${what} ${shown.amount}，补全后 ${says}`];
  }
  const low = order(wan, ofDigits(shown.atLeast)) < 0;
  const high = shown.atMost !== null && order(wan, ofDigits(shown.atMost)) > 0;
  return low || high ? [`${what} ${shown.atLeast}..${shown.atMost ?? ''}，补全后 ${says}`] : [];
}

/** A value without a finite expansion is shown to 6 decimals. */
function exactly(x: Fraction): Fraction {
  return digits(x) === undefined ? rounded(x, SHOWN, 'half-up') : x;
}

/** In what the assessment of a fully known applicant differs from the oracle. */
export function differences(a: Assessment, whole: Judgement): string[] {
  const wrong: string[] = [];
  if (a.verdict !== whole.verdict) wrong.push(`结论 ${a.verdict}，应为 ${whole.verdict}`);
  for (const c of a.conditions) {
    const outcome = whole.outcomes.get(c.clause);
    const same = c.outcome === outcome || outcome === 'not-told';
    if (!same) wrong.push(`${c.clause} ${c.outcome}，应为 ${outcome}`);
  }
  wrong.push(...laterWrong(a, whole, true));
  if (whole.verdict === 'ineligible') {
    if (a.ceiling !== null) wrong.push('不符合却有上限');
    return wrong;
  }
  wrong.push(...stagesWrong(a, whole));
  if (whole.amount === undefined) return wrong;
  const shown = a.ceiling;
  if (whole.amount === null) {
    if (shown !== null) wrong.push(`上限 ${JSON.stringify(shown)}，应为无`);
  } else if (shown === null || !('amount' in shown)) {
    wrong.push(`上限 ${JSON.stringify(shown)}，应为 ${says(whole.amount)}`);
  } else wrong.push(...amountWrong('上限', shown, whole.amount));
  return wrong;
}

/** Every stage of a fully known applicant is exact, or has no figure. */
function stagesWrong(a: Assessment, whole: Judgement): string[] {
  return whole.stages.flatMap((amount, i) => {
    const stage = a.stages[i];
    if (amount === undefined || !stage) return amount === undefined ? [] : [`没有第${i + 1}批`];
    if (amount === null) return stage.amount === undefined ? [] : [`${stage.stage} 应无数`];
    if (stage.amount === undefined) return [`${stage.stage} 无，应为 ${says(amount)}`];
    return amountWrong(stage.stage, { amount: stage.amount }, amount);
  });
}

function says(amount: Fraction): string {
  const wan = mul(amount, WAN);
  return digits(add(wan, fraction(0n))) ?? `约${digits(rounded(wan, SHOWN, 'half-up'))}`;
}

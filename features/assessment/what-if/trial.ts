import type { Assessment } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Entry } from '@fuchi/policy/facts/entry';

/** Figures one can move along a scale, and how fine its steps are: decimals in the fact's own unit. */
export function decimalsOf({ type, integer }: FactSpec): number | undefined {
  if (type.kind !== 'number' || type.dimension === 'date') return undefined;
  if (type.dimension === 'money' || type.dimension === 'ratio') return 2;
  return integer || type.dimension.startsWith('count:') ? 0 : 1;
}

/** The figures of a line that can be tried, told ones first. */
export function triable(program: Program, facts: Entry): readonly FactSpec[] {
  const specs = program.asked.flatMap((id) => {
    const spec = program.specs.get(id);
    const year = spec?.unit === '年度';
    return spec && !year && spec.supplied === '' && decimalsOf(spec) !== undefined ? [spec] : [];
  });
  return specs.toSorted((a, b) => Number(b.id in facts) - Number(a.id in facts));
}

/** A step of the scale as it is written. @example stepText(300000, 2) // '3000' */
export function stepText(step: number, decimals: number): string {
  const digits = String(step).padStart(decimals + 1, '0');
  if (decimals === 0) return digits;
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return digits.slice(0, -decimals) + (fraction === '' ? '' : `.${fraction}`);
}

/** The step nearest to what was written; undefined when that is no plain figure in the fact's own unit. */
export function stepOf(text: string, decimals: number): number | undefined {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim().replaceAll(',', ''));
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  return Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
}

/** Answers are of one kind while neither the verdict turns nor the amount reaches its cap. */
export function ofOneKind(a: Assessment, b: Assessment): boolean {
  return a.verdict === b.verdict && atCap(a) === atCap(b);
}

export function atCap({ ceiling, cap }: Assessment): boolean {
  return ceiling !== null && 'amount' in ceiling && ceiling.amount === cap;
}

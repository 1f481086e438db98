import { isQuota, type Site } from '../site.ts';
import type { Edit, Operator } from '../slip.ts';
import { replaced, tokensOf } from './edit.ts';

/** Digits of figures; those of quotas are a family of their own, dates too. */
function figures(site: Site): readonly { from: number; digits: string }[] {
  if (isQuota(site)) return [];
  return tokensOf(site, (t) => t.kind === 'number').map((t) => ({ from: t.start, digits: t.text }));
}

export function digitChanged(digits: string): string | undefined {
  const i = digits.search(/[1-9]/);
  if (i < 0) return undefined;
  const next = digits[i] === '9' ? '8' : String(Number(digits[i]) + 1);
  return digits.slice(0, i) + next + digits.slice(i + 1);
}

export function digitsSwapped(digits: string): string | undefined {
  const i = [...digits].findIndex((d, at) => {
    const next = digits[at + 1];
    return next !== undefined && d !== '.' && next !== '.' && d !== next;
  });
  if (i < 0) return undefined;
  return digits.slice(0, i) + (digits[i + 1] ?? '') + (digits[i] ?? '') + digits.slice(i + 2);
}

export const zeroAdded = (digits: string) => (digits.includes('.') ? undefined : `${digits}0`);

export function zeroDropped(digits: string): string | undefined {
  return /^\d+0$/.test(digits) ? digits.slice(0, -1) : undefined;
}

export function onDigits(
  family: Operator['family'],
  id: string,
  places: typeof figures,
  change: (digits: string) => string | undefined,
): Operator {
  return {
    family,
    id,
    edits: (site) =>
      places(site).flatMap(({ from, digits }): readonly Edit[] => {
        const changed = change(digits);
        return changed === undefined ? [] : [replaced(site, from, from + digits.length, changed)];
      }),
  };
}

export const DIGIT: readonly Operator[] = [
  onDigits('digit', 'a digit changed', figures, digitChanged),
  onDigits('digit', 'two digits swapped', figures, digitsSwapped),
  onDigits('digit', 'a zero added', figures, zeroAdded),
  onDigits('digit', 'a zero dropped', figures, zeroDropped),
];

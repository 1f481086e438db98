import { COMMON_PASSWORDS } from './common-passwords.ts';

/** 等保 2.0 (GB/T 22239-2019, 8.1.4.1) asks for complexity: length and three of four kinds of characters. */
const LEAST = 12;
const MOST = 128;
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u] as const;
const KINDS_NEEDED = 3;
const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
];
const RUN = 5;

export type PasswordFault =
  | { readonly code: 'too-short'; readonly least: number }
  | { readonly code: 'too-long'; readonly most: number }
  | { readonly code: 'too-few-kinds'; readonly needed: number }
  | { readonly code: 'holds-login' }
  | { readonly code: 'common' }
  | { readonly code: 'sequence' };

/**
 * Everything that is wrong with a password somebody wants to set.
 * @param login in lower case
 */
export function passwordFaults(password: string, login: string): readonly PasswordFault[] {
  const faults: PasswordFault[] = [];
  const length = [...password].length;
  const lower = password.toLowerCase();
  if (length < LEAST) faults.push({ code: 'too-short', least: LEAST });
  if (length > MOST) faults.push({ code: 'too-long', most: MOST });
  if (KINDS.filter((kind) => kind.test(password)).length < KINDS_NEEDED) {
    faults.push({ code: 'too-few-kinds', needed: KINDS_NEEDED });
  }
  if (login.length >= 3 && (lower.includes(login) || lower.includes(reversed(login)))) {
    faults.push({ code: 'holds-login' });
  }
  if (isCommon(lower)) faults.push({ code: 'common' });
  if (hasSequence(lower)) faults.push({ code: 'sequence' });
  return faults;
}

/** A common word with digits, signs and look-alikes around and in it is still that word. */
function isCommon(lower: string): boolean {
  const letters = (text: string) => text.replaceAll(/[^a-z]/g, '');
  const read = lower
    .replace(/[^a-z]+$/, '')
    .replaceAll(/[@4]/g, 'a')
    .replaceAll('0', 'o')
    .replaceAll(/[1!]/g, 'i')
    .replaceAll('3', 'e')
    .replaceAll(/[$5]/g, 's');
  const cores = [letters(lower), letters(read)];
  return COMMON_PASSWORDS.some((word) => lower === word || cores.includes(word));
}

/** Five or more keys in their order on the keyboard, forwards or backwards, or the same one five times. */
function hasSequence(lower: string): boolean {
  for (let at = 0; at + RUN <= lower.length; at += 1) {
    const run = lower.slice(at, at + RUN);
    if (new Set(run).size === 1) return true;
    if (SEQUENCES.some((line) => line.includes(run) || reversed(line).includes(run))) return true;
  }
  return false;
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

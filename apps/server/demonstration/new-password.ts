import { randomInt } from 'node:crypto';
import { passwordFaults } from '@fuchi/record-person/password-policy';

/** Without what is easily taken for something else. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GROUPS = 4;
const GROUP = 4;

/**
 * A password that can be read from a screen and typed: some 90 random bits.
 * @example newPassword() // 'kM7r-Q2xb-9dTe-Wf4h'
 */
export function newPassword(): string {
  const group = () =>
    Array.from({ length: GROUP }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  for (;;) {
    const password = Array.from({ length: GROUPS }, group).join('-');
    // A few in a thousand lack a kind of character.
    if (passwordFaults(password, '').length === 0) return password;
  }
}

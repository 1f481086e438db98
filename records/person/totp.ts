import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238 as every authenticator has it: SHA-1, six digits, thirty seconds. */
const DIGITS = 6;
const SECONDS = 30;
/** Clocks differ: the step before and the one after count too (RFC 6238, 5.2). */
const DRIFT = [0, -1, 1] as const;
/** RFC 4226, 4: R6 recommends 160 bits. */
const SECRET_BYTES = 20;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** The time step a code belongs to, of those that count now; undefined for a wrong code. */
export function stepOfCode(secret: Buffer, code: string, machine: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const now = stepAt(machine);
  return DRIFT.map((drift) => now + drift).find((step) =>
    timingSafeEqual(Buffer.from(codeOfStep(secret, step)), Buffer.from(code)),
  );
}

/** @example totpCode(Buffer.from('12345678901234567890'), new Date(59_000)) // '287082' (RFC 6238, appendix B) */
export function totpCode(secret: Buffer, machine: Date): string {
  return codeOfStep(secret, stepAt(machine));
}

/** What the QR code holds, as authenticators read it. */
export function totpUri(secret: Buffer, issuer: string, login: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}

/** RFC 4648 without padding. @example base32(Buffer.from('foobar')) // 'MZXW6YTBOI' */
export function base32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

function stepAt(machine: Date): number {
  return Math.floor(machine.getTime() / 1000 / SECONDS);
}

function codeOfStep(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

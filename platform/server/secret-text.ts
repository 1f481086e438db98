import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in the URL-safe alphabet: what a cookie or a link holds. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text can be a secret of ours at all. */
export function isSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What is kept of a secret: who reads it can't use it. SHA-256 is enough for 256 random bits. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/** Seals what must be kept and read again, so that who gets at the database alone reads nothing of it. */
export interface SecretBox {
  /** @param purpose what it is kept for; opened for another purpose it is a fault */
  seal(text: string, purpose: string): Buffer;
  /** @throws when it was sealed with another key or for another purpose, or was changed */
  open(sealed: Buffer, purpose: string): string;
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/**
 * A box with the key that lies in a file, which is made on the first start. Several processes on one database share
 * the file; without it nothing that was sealed can be read.
 * @throws a sentence when the file holds no key
 */
export async function openSecretBox(keyFile: string): Promise<SecretBox> {
  await makeKey(keyFile);
  const key = Buffer.from((await readFile(keyFile, 'utf8')).trim(), 'base64url');
  if (key.length !== 32) {
    throw new Error(`${keyFile} holds no key of 32 bytes. 密钥文件有误，没有改动任何内容。`);
  }
  return secretBox(key);
}

export function secretBox(key: Buffer): SecretBox {
  return {
    seal(text, purpose) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce);
      cipher.setAAD(Buffer.from(purpose, 'utf8'));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed, purpose) {
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE), {
        authTagLength: TAG,
      });
      decipher.setAAD(Buffer.from(purpose, 'utf8'));
      decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
      const opened = decipher.update(sealed.subarray(NONCE + TAG));
      return Buffer.concat([opened, decipher.final()]).toString('utf8');
    },
  };
}

/** Whole or not at all, and never over one that is there: of two processes one makes it. */
async function makeKey(keyFile: string): Promise<void> {
  const draft = `${keyFile}-${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    await link(draft, keyFile);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

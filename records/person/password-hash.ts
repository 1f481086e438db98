import { turnsOf } from '@fuchi/platform-server/answering/turns';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id, which is this library's algorithm: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Each takes 19 MiB and a processor for some 30 ms: a flood waits, and beyond a few seconds' work it is refused. */
const turns = turnsOf({ atOnce: 2, waiting: 100 });

/** What is compared with when there is nothing to compare with, so that it takes the same time. */
const nobody = hash('nobody has this password', OPTIONS);

/** What is kept of a password: argon2id with its salt. */
export function passwordHash(password: string): Promise<string> {
  return turns(() => hash(spelled(password), OPTIONS));
}

/**
 * Whether a password is the one kept. It takes as long where none is kept.
 * @param kept undefined for an unknown account, or one without a password
 * @throws HttpFault busy, when too many ask at once
 */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  const against = kept ?? (await nobody);
  const same = await turns(() => verify(against, spelled(password)));
  return same && kept !== undefined;
}

/** Two ways of typing the same characters are one password (NIST SP 800-63B 5.1.1.2). */
function spelled(password: string): string {
  return password.normalize('NFKC');
}

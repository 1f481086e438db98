import { randomBytes } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { passwordHash } from '@fuchi/record-person/password-hash';
import { type SignInForTests, signInForTests } from '@fuchi/record-person/sign-in.fixture';
import type { Role } from '@fuchi/workflow/role';

/** Every test person's password. */
export const TEST_PASSWORD = 'Tall-Bridge-417';
const hash = passwordHash(TEST_PASSWORD);

/** Somebody with a login, `TEST_PASSWORD`, an e-mail address and one duty; signed in once, at `machine`. */
export async function testPerson(
  db: Database,
  machine: Date,
  role: Role = 'submitter',
  more: Omit<SignInForTests, 'role' | 'machine'> = {},
) {
  const { actor, cookie } = await signInForTests(db, { ...more, role, machine });
  const login = `person-${randomBytes(6).toString('hex')}`;
  await db
    .updateTable('account')
    .set({
      login,
      password_hash: await hash,
      password_set_at: machine,
      email: `${login}@example.com`,
    })
    .where('id', '=', actor.account)
    .execute();
  return { ...actor, login, cookie };
}

import { randomBytes } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { ROLES, type Role } from '@fuchi/workflow/role';
import type { Actor } from './actor.ts';
import { actorFrom } from './actor-store.ts';
import { chosenDuty, dutiesOf } from './duty-store.ts';
import { SESSION_COOKIE } from './session-cookie.ts';
import { SESSION_SETTINGS } from './session-settings.ts';
import { findSession, startSession } from './session-store.ts';

export interface SignInForTests {
  readonly role: Role;
  /** An organisation that is there; without it one of the role's kind is made. */
  readonly organisation?: string;
  readonly territory?: string;
  readonly level?: 'province' | 'city' | 'county';
  readonly department?: '工信' | '财政';
  readonly lines?: readonly string[];
  readonly name?: string;
  /** The moment of the sign-in on the machine's clock; the portal under test must be asked about then. */
  readonly machine?: Date;
}

export interface SignedIn {
  readonly actor: Actor;
  /** What a request carries: `headers: { cookie }`. */
  readonly cookie: string;
}

/** Appointments of tests are valid since long before any simulated clock. */
const SINCE = '2020-01-01';

/**
 * Somebody of a role with an account, an appointment and a session that has its second factor, for tests.
 * @example const { actor, cookie } = await signInForTests(db, { role: 'planning' });
 */
export async function signInForTests(db: Database, asked: SignInForTests): Promise<SignedIn> {
  const { role, name = '示例人员', lines = [], machine = new Date() } = asked;
  const organisation = asked.organisation ?? (await newOrganisation(db, asked));
  return db.transaction().execute(async (work) => {
    const { id: account } = await work
      .insertInto('account')
      .values({ login: `test-${randomBytes(6).toString('hex')}`, name, created_at: machine })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: appointment } = await work
      .insertInto('appointment')
      .values({
        account_id: account,
        organisation_id: organisation,
        role,
        lines: [...lines],
        valid_from: SINCE,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const duty = { appointment, delegation: undefined };
    const { cookie } = await startSession(
      work,
      { account, address: '192.0.2.1', device: 'test', secondFactorAt: machine, duty },
      machine,
    );
    const session = await findSession(work, cookie, machine, SESSION_SETTINGS);
    const chosen = chosenDuty(await dutiesOf(work, account, SINCE), duty);
    if (!session || !chosen) throw new Error('the test person is not signed in');
    return {
      actor: actorFrom(session, chosen, '192.0.2.1'),
      cookie: `${SESSION_COOKIE}=${cookie}`,
    };
  });
}

async function newOrganisation(db: Database, asked: SignInForTests): Promise<string> {
  const { role, territory = null, level = null, department = null } = asked;
  const { id } = await db
    .insertInto('organisation')
    .values({
      kind: ROLES[role].of,
      name: `${ROLES[role].name}示例单位`,
      territory,
      level,
      department,
      created_at: new Date(0),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

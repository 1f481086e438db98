import type { Database } from '@fuchi/platform-server/database/open-database';
import { applicationFor } from '@fuchi/record-application/application-store';
import type { Subject, SubjectKind } from '@fuchi/record-event/event';
import type { Actor } from '@fuchi/record-person/actor';
import { ROLES, type Role } from '@fuchi/workflow/role';

type Reach = (db: Database, actor: Actor, id: string) => Promise<boolean>;

const OFFICES: readonly Role[] = ['planning', 'line-officer', 'office-head', 'leader'];
const OFFICIALS: readonly Role[] = [...OFFICES, 'finance-officer', 'finance-head'];
const AUDITORS: readonly Role[] = ['auditor', 'audit-admin'];
const NUMBER = /^[1-9]\d{0,17}$/;

const byRole =
  (roles: readonly Role[]): Reach =>
  async (_db, actor) =>
    roles.includes(actor.role);

/** Whose trail somebody may read besides auditors, who read all of them: decided by what it belongs to. */
const REACH: Readonly<Record<SubjectKind, Reach>> = {
  account: async (db, actor, id) => {
    if (id === actor.account) return true;
    if (actor.role === 'system-admin' || actor.role === 'security-admin') return true;
    if (actor.role !== 'applicant-admin') return false;
    const colleague = await db
      .selectFrom('appointment')
      .select('id')
      .where('account_id', '=', id)
      .where('organisation_id', '=', actor.organisation.id)
      .executeTakeFirst();
    return colleague !== undefined;
  },
  application: async (db, actor, id) => (await applicationFor(db, actor, id)) !== undefined,
  organisation: async (db, actor, id) => {
    if (id === actor.organisation.id || actor.role === 'system-admin') return true;
    const isApplicant = await db
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', id)
      .where('kind', '=', 'applicant')
      .where((eb) => {
        if (ROLES[actor.role].reach !== 'territory') return eb.val(OFFICES.includes(actor.role));
        // What it let in, or is where it recommends from.
        return eb.or([
          eb('territory', '=', actor.organisation.territory ?? ''),
          eb.exists(
            eb
              .selectFrom('registration')
              .select('registration.id')
              .whereRef('registration.organisation_id', '=', 'organisation.id')
              .where('registration.recommender_id', '=', actor.organisation.id),
          ),
        ]);
      })
      .executeTakeFirst();
    return isApplicant !== undefined;
  },
  registration: async (db, actor, id) => {
    const found = await db
      .selectFrom('registration')
      .select('id')
      .where('id', '=', id)
      .where((eb) =>
        eb.or([
          eb('recommender_id', '=', actor.organisation.id),
          eb('organisation_id', '=', actor.organisation.id),
          eb('account_id', '=', actor.account),
          eb.val(actor.role === 'system-admin'),
        ]),
      )
      .executeTakeFirst();
    return found !== undefined;
  },
  guide: byRole(OFFICIALS),
  register: byRole(OFFICIALS),
  round: byRole(OFFICIALS),
  system: byRole([]),
};

/** Kinds whose ids are text: a guide's digest, the name of a part of the program. */
const NAMED: readonly SubjectKind[] = ['guide', 'register', 'system'];

/** Whether somebody may read the trail of a subject. One that isn't there is told from none. */
export async function isWithinReach(
  db: Database,
  actor: Actor,
  { kind, id }: Subject,
): Promise<boolean> {
  if (AUDITORS.includes(actor.role)) return true;
  if (!NAMED.includes(kind) && !NUMBER.test(id)) return false;
  return REACH[kind](db, actor, id);
}

/** @example isSubjectKind('round') // true */
export function isSubjectKind(text: string): text is SubjectKind {
  return Object.hasOwn(REACH, text);
}

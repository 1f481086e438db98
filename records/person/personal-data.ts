import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Subject, SubjectKind } from '@fuchi/record-event/event';
import { ALL_ROLES, type Role } from '@fuchi/workflow/role';
import type { Actor } from './actor.ts';
import { byActor } from './by-actor.ts';
import type { PersonalField } from './masked.ts';

/** Somebody wants to see what is shown masked. */
export interface Look {
  /** What it belongs to: the account, the organisation, the registration. The event stands in its trail. */
  readonly subject: Subject;
  readonly field: PersonalField;
  /** Whose it is: an account's id, or as what somebody is named: 联系人. Never the value itself. */
  readonly of: string;
  /** As whoever looks says it. */
  readonly why: string;
}

export type LookRefused = 'role' | 'no-such';

const APPLICANTS = ['applicant-admin'] as const;
const RECOMMENDERS = ['recommender-handler', 'recommender-lead'] as const;
const OFFICES = ['planning', 'line-officer', 'office-head'] as const;

/**
 * Who has to reach somebody, and so may see his number in full: who keeps accounts, who checks an enterprise, who works
 * on an application. Auditors and experts read what was decided and call nobody.
 */
const MAY_LOOK: Readonly<Record<SubjectKind, readonly Role[]>> = {
  account: [...APPLICANTS, 'system-admin', 'security-admin'],
  application: [...RECOMMENDERS, ...OFFICES, 'finance-officer'],
  organisation: [...RECOMMENDERS, ...OFFICES, 'system-admin'],
  registration: [...RECOMMENDERS, 'system-admin'],
  guide: [],
  register: [],
  round: [],
  system: [],
};

/** Whether a role may ever see personal data of such a subject in full. Which of them, the query says. */
export function mayLook(role: Role, kind: SubjectKind): boolean {
  return MAY_LOOK[kind].includes(role);
}

/** The roles of `mayLook`, for a route's permission. @example permission: lookersAt('registration') */
export function lookersAt(kind: SubjectKind): readonly Role[] {
  return ALL_ROLES.filter((role) => mayLook(role, kind));
}

/**
 * Personal data in full, and in the same transaction the event that it was seen: by whom, whose, why.
 * @param read finds it within what the actor may see; undefined or null where there is none for him
 * @example
 * const seen = await look(db, actor, now, { subject, field: 'phone', of: '联系人', why }, (work) => phoneOf(work, actor, id));
 * if (!seen.ok) throw new HttpFault(seen.refused === 'role' ? FORBIDDEN : NO_SUCH);
 */
export async function look(
  db: Database,
  actor: Actor,
  now: Date,
  { subject, field, of, why }: Look,
  read: (work: Work) => Promise<string | null | undefined>,
): Promise<
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly refused: LookRefused }
> {
  if (!mayLook(actor.role, subject.kind)) return { ok: false, refused: 'role' };
  return changeOrRefuse<string, LookRefused>(
    db,
    byActor(actor),
    now,
    async (work, record, refuse) => {
      const value = await read(work);
      if (value === undefined || value === null) return refuse('no-such');
      await record({ subject, kind: 'personal-data-seen', after: { field, of, why } });
      return value;
    },
  );
}

import type { Actor } from '@fuchi/record-person/actor';
import { isRole, ROLES, type Role } from '@fuchi/workflow/role';
import type { EventView } from '../contract.ts';
import { eventText } from '../words/event-words.ts';
import { subjectText } from '../words/subject-words.ts';
import type { LineNames } from '../words/value-words.ts';
import { changesOf } from './changes-of.ts';
import type { TrailRow } from './trail-store.ts';

/** Who reads: what he may know of others follows from it. */
export type Reader = Pick<Actor, 'account' | 'role'> & {
  readonly organisation: Pick<Actor['organisation'], 'id'>;
};

/** What is known of names beside the event itself. */
export interface KnownNames {
  /** Of subjects, by `kind id`. */
  readonly subjects: ReadonlyMap<string, string>;
  readonly lines: LineNames;
}

/** As somebody may see an event; personal data in it masked. */
export function eventView(row: TrailRow, reader: Reader, names: KnownNames): EventView {
  const { subjectKind: kind, subjectId: id, role, organisation } = row;
  const known = knows(reader, row);
  return {
    id: row.id,
    at: row.at.toISOString(),
    subject: {
      kind,
      id,
      says: subjectText(kind, id),
      name: names.subjects.get(`${kind} ${id}`) ?? null,
    },
    number: row.number,
    kind: row.kind,
    says: eventText(row.kind),
    by: {
      name: known.person ? row.name : null,
      account: known.person ? row.account : null,
      role: role !== null && isRole(role) ? ROLES[role].name : role,
      organisation: row.organisationName ?? organisation,
      standsInFor: known.person ? row.standsInForName : null,
      address: known.address ? row.address : null,
    },
    changes: seesContent(reader.role, kind)
      ? [...changesOf(row.before, row.after, names.lines)]
      : null,
    guide: row.guide,
    digest: row.digest,
    sealed: row.sealed,
  };
}

const TOLD_ADDRESSES: readonly Role[] = ['auditor', 'audit-admin', 'security-admin'];

/** Applicants learn which office did something, not which person of it; where from, only who keeps watch. */
function knows({ account, role, organisation }: Reader, row: TrailRow) {
  const own = row.account === account;
  const colleague = row.organisation === organisation.id;
  return {
    person: own || colleague || ROLES[role].of !== 'applicant',
    address: own || TOLD_ADDRESSES.includes(role),
  };
}

/** The three administrators have no part in applications: the audit administrator sees that and when, not what. */
function seesContent(role: Role, kind: string): boolean {
  return !(kind === 'application' && ROLES[role].of === 'administration');
}

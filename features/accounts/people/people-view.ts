import { localDay } from '@fuchi/platform-server/clock/local-day';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { type Invitation, invitationsOf } from '@fuchi/record-organisation/invitation-store';
import { type Person, peopleOf } from '@fuchi/record-organisation/people-store';
import { type UnitScope, unitScope } from '@fuchi/record-organisation/unit-scope';
import type { Actor } from '@fuchi/record-person/actor';
import { masked } from '@fuchi/record-person/masked';
import { ROLES } from '@fuchi/workflow/role';
import type { AccountsContext } from '../accounts-context.ts';
import type { PeopleView, PersonView } from '../contract-people.ts';
import { unitInScope } from '../unit/unit-list-store.ts';
import { unitView } from '../unit/unit-view.ts';
import { mayMakeLink } from './leaving.ts';

/**
 * Who works in a unit and who is invited, as whoever looks may see and change it.
 * @throws HttpFault no-such for a unit outside his scope
 */
export async function peopleView(
  { db, moment, regions, guide, settings }: AccountsContext,
  actor: Actor,
  unitId: string,
): Promise<PeopleView> {
  const scope = unitScope(actor);
  const { now, machine } = moment();
  const unit = await unitInScope(db, scope, unitId);
  if (!unit) throw new HttpFault(NO_SUCH);
  const invitations = await invitationsOf(db, scope, unitId, machine);
  const people = await peopleOf(db, scope, unitId);
  const elsewhere = await dutiesElsewhere(db, people, unitId);
  return {
    unit: unitView(unit, regions),
    people: people.map((person) =>
      personView(person, { actor, scope, unit: unitId, elsewhere: elsewhere.has(person.account) }),
    ),
    invitations: invitations.map((one) => invitationView(one, scope, machine)),
    roles:
      unit.status === 'active'
        ? scope.roles
            .filter((role) => ROLES[role].of === unit.kind)
            .map((role) => ({
              role,
              name: ROLES[role].name,
              hasLines: ROLES[role].reach === 'lines',
            }))
        : [],
    lines: guide.guide.lines.map(({ id, title }) => ({ id, title })),
    today: localDay(now),
    letters: settings.letters,
    mayHandOver: actor.role === 'applicant-admin' && actor.standsInFor === undefined,
  };
}

/** Which of the people have a duty in another unit too. */
async function dutiesElsewhere(
  db: AccountsContext['db'],
  people: readonly Person[],
  unit: string,
): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set();
  const rows = await db
    .selectFrom('appointment')
    .select('account_id as account')
    .distinct()
    .where(
      'account_id',
      'in',
      people.map(({ account }) => account),
    )
    .where('organisation_id', '<>', unit)
    .where('ended_at', 'is', null)
    .execute();
  return new Set(rows.map(({ account }) => account));
}

interface Looking {
  readonly actor: Actor;
  readonly scope: UnitScope;
  readonly unit: string;
  /** He has a duty in another unit too. */
  readonly elsewhere: boolean;
}

function personView(person: Person, { actor, scope, unit, elsewhere }: Looking): PersonView {
  const { account, name, login, phone, email, active } = person;
  const self = account === actor.account;
  const held = person.duties.map(({ role }) => ({ organisation: unit, role }));
  const other = elsewhere ? [{ organisation: '', role: 'filler' as const }] : [];
  return {
    account,
    name,
    login,
    phone: phone === undefined ? null : masked('phone', phone),
    email: email === undefined ? null : masked('email', email),
    active,
    self,
    mayLink: active && mayMakeLink(scope, self, [...held, ...other]),
    duties: person.duties.map(({ appointment, role, lines, from, until }) => ({
      appointment,
      role,
      roleName: ROLES[role].name,
      lines: [...lines],
      from,
      until: until ?? null,
      mayEnd: !self && scope.roles.includes(role),
    })),
  };
}

function invitationView(
  one: Invitation,
  scope: UnitScope,
  machine: Date,
): PeopleView['invitations'][number] {
  return {
    id: one.id,
    name: one.name,
    roleName: ROLES[one.role].name,
    email: one.email === undefined ? null : masked('email', one.email),
    hoursLeft: Math.ceil((one.expiresAt.getTime() - machine.getTime()) / 3_600_000),
    mayWithdraw: scope.roles.includes(one.role),
  };
}

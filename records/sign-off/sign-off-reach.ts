import type { Actor } from '@fuchi/record-person/actor';
import { ALL_ROLES, ROLES, type Role } from '@fuchi/workflow/role';
import { type SqlBool, sql } from 'kysely';

/** Roles that act for the whole fund; a step of any other is signed by the people of the office whose affair it is. */
const FOR_ALL = ALL_ROLES.filter((role) => ROLES[role].reach === 'all');

/** Whether whoever has the role signs for the whole fund. */
export function isForAll(role: Role): boolean {
  return FOR_ALL.includes(role);
}

/** Whether a step of a role may be somebody's to sign, of a sign-off begun by an organisation. */
export function isOwnStep(
  { role, organisation }: Pick<Actor, 'role'> & { readonly organisation: { readonly id: string } },
  step: { readonly role: string },
  begunBy: string,
): boolean {
  return step.role === role && (FOR_ALL.includes(role) || organisation.id === begunBy);
}

/** As `isOwnStep`, in a query over `sign_off as s`: whether any step of the chain is. */
export function hasOwnStep({ role, organisation }: Actor) {
  const any = sql<SqlBool>`s.chain->'steps' @> ${JSON.stringify([{ role }])}::jsonb`;
  return FOR_ALL.includes(role)
    ? any
    : sql<SqlBool>`(${any} and s.organisation_id = ${organisation.id})`;
}

/** Whether the step that is next is somebody's, and neither he nor whom he stands in for holds another. */
export function hasNextStep(actor: Actor) {
  const people = [actor.account, actor.standsInFor?.account ?? actor.account];
  return sql<SqlBool>`(
    ${hasOwnStep(actor)}
    and s.chain->'steps'->(select count(*)::int from signature g where g.sign_off_id = s.id)->>'role' = ${actor.role}
    and not exists (
      select from signature g
      where g.sign_off_id = s.id and (g.account_id = any(${people}) or g.holder_id = any(${people}))
    )
  )`;
}

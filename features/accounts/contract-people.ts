import { ALL_ROLES, type Role } from '@fuchi/workflow/role';
import * as z from 'zod';
import { id, unitRow, why } from './contract-unit.ts';

/** What goes between the pages of people and the server. Texts in replies are shown as they are. */

const ROLE_IDS = ALL_ROLES as [Role, ...Role[]];
const role = z.enum(ROLE_IDS, '请选择岗位');
const day = z.iso.date('日期应为“2022-03-16”的样子');
const lines = z.array(z.string().max(60)).max(60, '项目类别最多60个').default([]);
const name = z.string().trim().min(1, '请输入姓名').max(50, '姓名最长50个字');
const email = z.email('邮箱应为“name@example.com”的样子').max(120, '邮箱最长120个字');
const login = z.string().trim().min(1, '请输入账号').max(60, '账号最长60个字');

export const dutyView = z.strictObject({
  appointment: z.string(),
  role,
  roleName: z.string(),
  /** Ids of lines it is limited to; empty for all of the unit's. */
  lines: z.array(z.string()),
  from: z.string(),
  until: z.string().nullable(),
  /** Whether whoever looks may end it. */
  mayEnd: z.boolean(),
});
export type DutyOf = z.infer<typeof dutyView>;

export const personView = z.strictObject({
  account: z.string(),
  name: z.string(),
  login: z.string(),
  /** Masked. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  active: z.boolean(),
  /** Whether it is whoever looks. */
  self: z.boolean(),
  /** Whether whoever looks may make a link with which this one sets a new password. */
  mayLink: z.boolean(),
  duties: z.array(dutyView),
});
export type PersonView = z.infer<typeof personView>;

export const invitationView = z.strictObject({
  id: z.string(),
  name: z.string(),
  roleName: z.string(),
  /** Masked. */
  email: z.string().nullable(),
  /** Until it can't be taken up any more: it runs on the machine's clock, which the demonstration doesn't set. */
  hoursLeft: z.int(),
  mayWithdraw: z.boolean(),
});

export const peopleView = z.strictObject({
  unit: unitRow,
  people: z.array(personView),
  invitations: z.array(invitationView),
  /** Roles that may be given here. */
  roles: z.array(
    z.strictObject({
      role,
      name: z.string(),
      /** Whether it may be limited to lines. */
      hasLines: z.boolean(),
    }),
  ),
  lines: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  today: z.string(),
  /** Whether letters are sent, shown in the demonstration, or can't be sent. */
  letters: z.enum(['sent', 'shown', 'none']),
  /** Whether whoever looks may hand the administration over. */
  mayHandOver: z.boolean(),
});
export type PeopleView = z.infer<typeof peopleView>;

export const inviteBody = z.strictObject({
  name,
  /** Where the link is sent; null to hand it on oneself. */
  email: email.nullable(),
  role,
  lines,
  until: day.nullable(),
});
export type InviteBody = z.infer<typeof inviteBody>;

/** A link that works once, and how it gets to whoever it is for. */
export const linkReply = z.strictObject({
  /** To be handed on: shown this once. null where a letter brings it. */
  link: z.string().nullable(),
  /** Masked. */
  sentTo: z.string().nullable(),
});
export type LinkReply = z.infer<typeof linkReply>;

export const giveDutyBody = z.strictObject({
  /** Of somebody who has an account. */
  login,
  role,
  lines,
  from: day,
  until: day.nullable(),
});
export const ownDutyBody = z.strictObject({ role, until: day.nullable() });
export const whyBody = z.strictObject({ why });

export const handOverBody = z.strictObject({
  /** The colleague's account. */
  to: id,
  /** What whoever hands over stays as; null for nothing. */
  stay: z.enum(['filler', 'submitter']).nullable(),
  password: z.string().min(1, '请输入密码').max(200, '密码最长200个字'),
});
export const done = z.strictObject({ done: z.literal(true) });

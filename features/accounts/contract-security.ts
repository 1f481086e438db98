import * as z from 'zod';
import { why } from './contract-unit.ts';

/** What goes between the security administrator's page and the server. Nothing of applications is in it. */

const q = z.string().trim().max(60, '最长60个字').optional();
const page = z.coerce.number().int().min(1).max(10_000).default(1);

export const failureQuery = z.strictObject({
  /** Days looked back, today included. */
  days: z.coerce.number().int().min(1).max(90).default(7),
});

const failureRow = {
  /** Failures on each day, the oldest first. */
  counts: z.array(z.int()),
  total: z.int(),
  lastAt: z.string(),
};
export const failureView = z.strictObject({
  days: z.array(z.string()),
  accounts: z.array(
    z.strictObject({
      account: z.string(),
      name: z.string(),
      login: z.string(),
      ...failureRow,
    }),
  ),
  addresses: z.array(z.strictObject({ address: z.string(), ...failureRow })),
  /** Who has to wait now before he may try again. */
  slowed: z.array(
    z.strictObject({
      /** null where nobody has the login that was tried. */
      account: z.string().nullable(),
      name: z.string(),
      what: z.string(),
      failures: z.int(),
      waitSeconds: z.int(),
    }),
  ),
});
export type FailureView = z.infer<typeof failureView>;

export const sessionQuery = z.strictObject({
  /** Part of a name, a login, a unit's name or an address. */
  q,
  page,
});
export const sessionsView = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      account: z.string(),
      name: z.string(),
      login: z.string(),
      /** What is acted as; null where nothing is chosen yet. */
      roleName: z.string().nullable(),
      organisation: z.string().nullable(),
      device: z.string(),
      address: z.string(),
      startedAt: z.string(),
      seenAt: z.string(),
      /** Whether a second factor was proven in it. */
      secondFactor: z.boolean(),
      own: z.boolean(),
    }),
  ),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});
export type SessionsView = z.infer<typeof sessionsView>;

export const accountQuery = z.strictObject({
  /** Part of a name, a login or a unit's name. */
  q: z.string().trim().min(1, '请输入姓名、账号或单位').max(60, '最长60个字'),
});
export const accountsView = z.strictObject({
  accounts: z.array(
    z.strictObject({
      account: z.string(),
      name: z.string(),
      login: z.string(),
      /** 处室负责人（示例处）, one each. */
      duties: z.array(z.string()),
      active: z.boolean(),
      passwordSetAt: z.string().nullable(),
      secondFactorAt: z.string().nullable(),
      sessions: z.int(),
      self: z.boolean(),
    }),
  ),
  /** There are more than are shown. */
  more: z.boolean(),
});
export type AccountsView = z.infer<typeof accountsView>;

export const securityBody = z.strictObject({ why });
export type SecurityBody = z.infer<typeof securityBody>;

export const securityDone = z.strictObject({
  /** What happened, as a sentence. */
  message: z.string(),
});

import * as z from 'zod';

/** What goes between the pages of signing in and the server. Texts in replies are shown as they are. */

const login = z.string().trim().min(1, '请输入账号').max(60, '账号最长60个字');
const password = z.string().min(1, '请输入密码').max(200, '密码最长200个字');
/** A secret of 256 bits behind `#` in a link. */
const link = z.string().regex(/^[\w-]{43}$/, '链接不完整');
const id = z.string().regex(/^[1-9]\d{0,18}$/, '编号有误');

export const dutyView = z.strictObject({
  appointment: z.string(),
  /** What standing in rests on; null for one's own duty. */
  delegation: z.string().nullable(),
  role: z.string(),
  roleName: z.string(),
  organisation: z.string(),
  /** Whose duty it is, where it is stood in for. */
  standsInFor: z.string().nullable(),
});
export type DutyView = z.infer<typeof dutyView>;

export const STAGES = [
  'signed-out',
  'second-factor',
  'no-duty',
  'choose-duty',
  'set-up-second-factor',
  'ready',
] as const;

export const sessionView = z.strictObject({
  stage: z.enum(STAGES),
  name: z.string().nullable(),
  duty: dutyView.nullable(),
  duties: z.array(dutyView),
  /** Seconds until the session ends by itself: when nothing is asked, and whatever is asked. */
  idleSeconds: z.int(),
  mostSeconds: z.int(),
});
export type SessionView = z.infer<typeof sessionView>;

/** How signing in is set up here. */
export const signInOffer = z.strictObject({
  /** Waived in the demonstration, which says so. */
  secondFactor: z.enum(['required', 'waived']),
  /** Whether letters are sent, shown in the demonstration, or can't be sent. */
  letters: z.enum(['sent', 'shown', 'none']),
  /** What the single sign-on is called; null where there is none. */
  signOn: z.string().nullable(),
});
export type SignInOffer = z.infer<typeof signInOffer>;

export const signInBody = z.strictObject({ login, password });
export const codeBody = z.strictObject({
  code: z.string().trim().min(6, '请输入6位验证码或恢复码').max(30, '验证码过长'),
});
export const dutyBody = z.strictObject({ appointment: id, delegation: id.nullable() });
export const forgottenBody = z.strictObject({ login });
export const linkBody = z.strictObject({ link });

export const linkView = z.strictObject({
  purpose: z.enum(['invite', 'password', 'first-administrator']),
  /** Of an account that is there; null where one is made now. */
  login: z.string().nullable(),
  /** Of the account, or as whoever invited wrote it. */
  name: z.string().nullable(),
  /** What the new account may act as. */
  organisation: z.string().nullable(),
  roleName: z.string().nullable(),
});
export type LinkView = z.infer<typeof linkView>;

export const newPasswordBody = z.strictObject({
  link,
  password,
  /** Of an account that is made now. */
  account: z
    .strictObject({
      login: z
        .string()
        .trim()
        .regex(
          /^[A-Za-z0-9][A-Za-z0-9._@-]{2,59}$/,
          '账号为3至60位字母、数字和“._@-”，以字母或数字开头',
        ),
      name: z.string().trim().min(1, '请输入姓名').max(50, '姓名最长50个字'),
    })
    .nullable(),
});

/** Somebody who has an account takes the duty of an invitation. */
export const acceptBody = z.strictObject({ link, login, password });

export const done = z.strictObject({ done: z.literal(true) });

export const changePasswordBody = z.strictObject({ current: password, next: password });

export const profileView = z.strictObject({
  name: z.string(),
  login: z.string(),
  /** Masked. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  passwordSetAt: z.string().nullable(),
  secondFactorAt: z.string().nullable(),
  recoveryCodesLeft: z.int(),
  /** Whether a role of the account asks for a second factor. */
  secondFactorNeeded: z.boolean(),
});
export type ProfileView = z.infer<typeof profileView>;

export const sessionRow = z.strictObject({
  id: z.string(),
  device: z.string(),
  address: z.string(),
  startedAt: z.string(),
  seenAt: z.string(),
  own: z.boolean(),
});
export const sessionList = z.array(sessionRow);
export type SessionRow = z.infer<typeof sessionRow>;

export const passwordBody = z.strictObject({ password });
export const setUpView = z.strictObject({
  /** In groups of four, for typing. */
  secret: z.string(),
  uri: z.string(),
});
export type SetUpView = z.infer<typeof setUpView>;
export const recoveryCodes = z.strictObject({ codes: z.array(z.string()) });
export const removeFactorBody = z.strictObject({ password, code: codeBody.shape.code });

export const letterList = z.array(
  z.strictObject({
    id: z.string(),
    to: z.string(),
    title: z.string(),
    text: z.string(),
    writtenAt: z.string(),
  }),
);

export const signOnRequestList = z.array(
  z.strictObject({ id: z.string(), issuer: z.string(), name: z.string(), askedAt: z.string() }),
);
export const confirmSignOnBody = z.strictObject({ login });

const day = z.iso.date('日期应为“2022-03-16”的样子');
export const delegationView = z.strictObject({
  /** Own duties that can be stood in for, and who can: colleagues of the same organisation. */
  duties: z.array(
    z.strictObject({
      appointment: z.string(),
      roleName: z.string(),
      organisation: z.string(),
      colleagues: z.array(
        z.strictObject({ account: z.string(), name: z.string(), roleName: z.string() }),
      ),
    }),
  ),
  /** Who stands in, now or on days to come. */
  standIns: z.array(
    z.strictObject({
      id: z.string(),
      appointment: z.string(),
      to: z.string(),
      from: z.string(),
      until: z.string(),
      reason: z.string(),
    }),
  ),
  today: z.string(),
});
export type DelegationView = z.infer<typeof delegationView>;
export const delegateBody = z.strictObject({
  appointment: id,
  to: id,
  from: day,
  until: day,
  reason: z.string().trim().min(1, '请写明原因').max(200, '原因最长200个字'),
});

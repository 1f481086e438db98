import { BY_MAIL } from '@fuchi/record-notice/contract';
import * as z from 'zod';

/** What goes between the page of notices and the server. Texts in replies are shown as they are. */

const id = z.string().regex(/^[1-9]\d{0,17}$/, '编号有误');

export const noticeQuery = z.strictObject({
  /** The last one of the page before. */
  before: id.optional(),
});
export const noticeRow = z.strictObject({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  leadsTo: z.string(),
  urgent: z.boolean(),
  at: z.string(),
  read: z.boolean(),
});
export type NoticeRow = z.infer<typeof noticeRow>;
export const noticeList = z.strictObject({
  notices: z.array(noticeRow),
  /** Where the next page begins; null on the last. */
  next: z.string().nullable(),
  unread: z.int(),
});
export type NoticeList = z.infer<typeof noticeList>;
export const unreadCount = z.strictObject({ unread: z.int() });

export const MOST_READ = 200;
export const readBody = z.strictObject({
  /** null for all. */
  notices: z.array(id).max(MOST_READ, `一次最多${MOST_READ}条`).nullable(),
});

export const settingBody = z.strictObject({ byMail: z.enum(BY_MAIL), bySms: z.boolean() });
export const settingView = settingBody.extend({
  /** Masked; null where there is none. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Whether letters are sent here, shown in the demonstration, or can't be sent. */
  letters: z.enum(['sent', 'shown', 'none']),
  /** Whether short messages are sent here. */
  sms: z.boolean(),
});
export type SettingView = z.infer<typeof settingView>;

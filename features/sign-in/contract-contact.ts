import * as z from 'zod';

/** What goes between the pages on which somebody changes how he is reached and the server. */

const password = z.string().min(1, '请输入密码').max(200, '密码最长200个字');

export const phoneBody = z.strictObject({
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d -]{7,20}$/, '请输入手机或固定电话号码'),
  password,
});
export const emailBody = z.strictObject({
  email: z.email('邮箱应为“name@example.com”的样子').max(120, '邮箱最长120个字'),
  password,
});
/** Where the letter with the link went, masked. */
export const emailAsked = z.strictObject({ sentTo: z.string() });
/** The address that counts from now on, masked. */
export const emailConfirmed = z.strictObject({ email: z.string() });

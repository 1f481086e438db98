import { ALL_ROLES } from '@fuchi/workflow/role';
import * as z from 'zod';

const clockKind = z.enum(['opening', 'applicant', 'county', 'city']);

/** 待办: one line of what waits for whoever asks. */
export const taskView = z.strictObject({
  id: z.string(),
  title: z.string(),
  to: z.string(),
  since: z.iso.datetime(),
  /** null where no clock runs on it. */
  due: z.iso.datetime().nullable(),
});
export type TaskView = z.infer<typeof taskView>;

export const roundView = z.strictObject({
  id: z.string(),
  name: z.string(),
  clocks: z.array(
    z.strictObject({
      kind: clockKind,
      at: z.iso.datetime(),
      /** Names of the lines that have this moment to themselves; null for all others. */
      lines: z.array(z.string()).nullable(),
    }),
  ),
  /** Kinds of which places within sight have clocks of their own. */
  elsewhere: z.array(clockKind),
});
export type RoundView = z.infer<typeof roundView>;

export const doingView = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  /** What was done: 导入名单. */
  what: z.string(),
  /** To what: its name; null where it was one's own account, or has no name. */
  about: z.string().nullable(),
});
export type DoingView = z.infer<typeof doingView>;

/** The first page of whoever is signed in. */
export const deskView = z.strictObject({
  role: z.enum(ALL_ROLES),
  roleName: z.string(),
  name: z.string(),
  organisation: z.string(),
  /** Whose duty it is, where it is stood in for. */
  standsInFor: z.string().nullable(),
  /** The most urgent first. */
  tasks: z.array(taskView),
  /** More wait than are listed. */
  more: z.boolean(),
  rounds: z.array(roundView),
  /** Whether who asks may set the demonstration's clock on. */
  setsClock: z.boolean(),
  /** Of the clocks, the one that runs for whoever asks. */
  ownClock: clockKind.nullable(),
  /** What whoever asks did last, the newest first. */
  doings: z.array(doingView),
});
export type DeskView = z.infer<typeof deskView>;

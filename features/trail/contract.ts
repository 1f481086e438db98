import * as z from 'zod';

/** What goes between the page of the trail and the server. Texts in replies are shown as they are. */

const day = z.iso.date('日期写作2022-03-16');
const word = z.string().trim().max(60);
const number = z.string().regex(/^[1-9]\d{0,17}$/, '编号有误');

/** What is looked for; all of it must hold. */
const searched = {
  /** What events belong to: account, round … */
  subject: word.optional(),
  /** Of that, the one with this id. */
  id: z.string().trim().max(100).optional(),
  /** Part of a person's name or login, or an account's number after #. */
  person: word.optional(),
  role: word.optional(),
  /** What happened: signed-in … */
  kind: word.optional(),
  /** Part of the name of the organisation that somebody acted for. */
  organisation: word.optional(),
  /** Days, both counted. */
  from: day.optional(),
  to: day.optional(),
};
export const trailFileQuery = z.strictObject(searched);
export type TrailFilter = z.infer<typeof trailFileQuery>;

export const trailQuery = z.strictObject({
  ...searched,
  /** The number of the last event of the page before. */
  before: number.optional(),
});

export const subjectQuery = z.strictObject({ before: number.optional() });

/** One part of what changed; null where there was or is none. */
export const fieldChange = z.strictObject({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type FieldChange = z.infer<typeof fieldChange>;

export const eventView = z.strictObject({
  id: z.string(),
  at: z.string(),
  subject: z.strictObject({
    kind: z.string(),
    id: z.string(),
    /** 申报批次 3 */
    says: z.string(),
    name: z.string().nullable(),
  }),
  /** Its place in the subject's chain. */
  number: z.int(),
  kind: z.string(),
  says: z.string(),
  by: z.strictObject({
    /** null where the program acted by itself, nobody had signed in, or whoever looks may not know. */
    name: z.string().nullable(),
    account: z.string().nullable(),
    role: z.string().nullable(),
    organisation: z.string().nullable(),
    standsInFor: z.string().nullable(),
    address: z.string().nullable(),
  }),
  /** null where whoever looks sees that it happened and not what. */
  changes: z.array(fieldChange).nullable(),
  guide: z.string().nullable(),
  digest: z.string(),
  /** The day whose seal it is in; null while it isn't sealed. */
  sealed: z.string().nullable(),
});
export type EventView = z.infer<typeof eventView>;

export const trailPage = z.strictObject({
  events: z.array(eventView),
  /** Where the next page begins; null on the last. */
  next: z.string().nullable(),
});
export type TrailPage = z.infer<typeof trailPage>;

export const subjectTrail = z.strictObject({
  ...trailPage.shape,
  /** Events of the chain, and whether it is as it was written. */
  chain: z.strictObject({ events: z.int(), sound: z.boolean() }),
});
export type SubjectTrail = z.infer<typeof subjectTrail>;

/** What can be chosen in a search, with its words. */
export const trailWords = z.strictObject({
  subjects: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  roles: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  kinds: z.array(z.strictObject({ value: z.string(), label: z.string() })),
});
export type TrailWords = z.infer<typeof trailWords>;

export const sealView = z.strictObject({
  day: z.string(),
  /** Events of this day's seal alone. */
  events: z.int(),
  total: z.int(),
  lastEvent: z.string(),
  digest: z.string(),
  sealedAt: z.string(),
});
export const sealPage = z.strictObject({
  seals: z.array(sealView),
  next: z.string().nullable(),
  /** Events that came since the last seal. */
  unsealed: z.int(),
  /** Changes went on too long; the days due are sealed later. */
  postponed: z.boolean(),
});
export type SealPage = z.infer<typeof sealPage>;
export const sealQuery = z.strictObject({ before: day.optional() });

/** A digest file's text, or one digest; '' checks the trail by itself. */
export const verifyBody = z.strictObject({ against: z.string().max(600_000) });
export const verifyReply = z.strictObject({
  events: z.int(),
  chains: z.int(),
  seals: z.int(),
  lastSeal: z.strictObject({ day: z.string(), digest: z.string() }).nullable(),
  /** What was held against it, in words; null where nothing was. */
  against: z.string().nullable(),
  faults: z.array(z.strictObject({ code: z.string(), says: z.string() })),
  moreFaults: z.int(),
});
export type VerifyReply = z.infer<typeof verifyReply>;

import {
  roundName,
  roundRecommenders,
  roundSettings,
  roundYear,
} from '@fuchi/record-round/contract';
import { sheetRow } from '@fuchi/record-sign-off/contract';
import * as z from 'zod';

/** What goes between the pages that set rounds up and the server. */

const id = z.string().regex(/^[1-9]\d{0,17}$/, '编号有误');
export const digest = z.string().regex(/^[0-9a-f]{64}$/, '摘要应为64位十六进制数字');
const moment = z.iso.datetime();
const revision = z.int().min(1);

/** A published guide version. */
export const guideRow = z.strictObject({
  digest,
  guide: z.string(),
  version: z.string(),
  title: z.string(),
  publishedAt: moment,
});
export type GuideRow = z.infer<typeof guideRow>;
export const guideList = z.strictObject({ guides: z.array(guideRow) });

export const guideFaultRow = z.strictObject({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  code: z.string(),
  message: z.string(),
  fix: z.string(),
});
export type GuideFaultRow = z.infer<typeof guideFaultRow>;

export const guideCheckQuery = z.strictObject({
  /** yes: publish it when there is nothing wrong with it; no: only look. */
  publish: z.enum(['yes', 'no'], 'publish 应为 yes 或 no'),
});
/** What a guide that was sent is, and whether it is published now. */
export const guideCheck = z.strictObject({
  guide: z.string(),
  version: z.string(),
  title: z.string(),
  digest,
  files: z.int(),
  /** Of all of them, the first by file and line. */
  count: z.int(),
  faults: z.array(guideFaultRow),
  /** none: not published, new: by this request, before: it was there already. */
  published: z.enum(['none', 'new', 'before']),
  /** The digest that has this version number already, where it is another's. */
  taken: digest.nullable(),
});
export type GuideCheck = z.infer<typeof guideCheck>;

/** What of a guide a round sets. */
export const guideParts = z.strictObject({
  digest,
  guide: z.string(),
  version: z.string(),
  title: z.string(),
  lines: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      section: z.string(),
      mode: z.string(),
      /** Whether it can be opened. */
      appliedFor: z.boolean(),
      /** What the guide allows to be supported, in words; '' where it says nothing. */
      quota: z.string(),
    }),
  ),
  call: z.array(z.strictObject({ id: z.string(), says: z.string() })),
  /** Readings a round may take the other way. */
  readings: z.array(
    z.strictObject({
      id: z.string(),
      clause: z.string(),
      point: z.string(),
      standard: z.string(),
      other: z.string(),
    }),
  ),
});
export type GuideParts = z.infer<typeof guideParts>;

/** What of a round may be set; all of it is signed. */
export const roundContent = z.strictObject({
  name: roundName,
  guide: digest,
  settings: roundSettings,
  recommenders: roundRecommenders,
});
export type RoundContentBody = z.infer<typeof roundContent>;

export const roundFaultRow = z.strictObject({ path: z.string(), message: z.string() });

export const commandButton = z.strictObject({
  command: z.string(),
  name: z.string(),
  asks: z.enum(['理由', '意见']).nullable(),
  /** Why it can't be given now. */
  held: z.string().nullable(),
});

/** A sign-off of a round, as far as its page shows it. */
export const roundSignOff = z.strictObject({
  id,
  title: z.string(),
  state: z.enum(['waiting', 'agreed', 'declined', 'withdrawn']),
  begunAt: moment,
  begunBy: z.string(),
  /** Whose turn it is; '' where it waits no longer. */
  next: z.string(),
  /** What was said by whoever declined. */
  declined: z.string().nullable(),
});

export const roundRow = z.strictObject({
  id,
  year: z.string(),
  name: z.string(),
  guideTitle: z.string(),
  guideVersion: z.string(),
  state: z.string(),
  stateName: z.string(),
  openLines: z.int(),
  /** General clocks; null where they aren't set. */
  opening: moment.nullable(),
  deadline: moment.nullable(),
  waiting: z.boolean(),
});
export type RoundRow = z.infer<typeof roundRow>;
export const roundList = z.strictObject({
  rounds: z.array(roundRow),
  /** Whether whoever asks may set one up. */
  mayCreate: z.boolean(),
});

export const roundView = z.strictObject({
  id,
  year: z.string(),
  state: z.string(),
  stateName: z.string(),
  revision,
  content: roundContent,
  guide: guideParts,
  faults: z.array(roundFaultRow),
  buttons: z.array(commandButton),
  signOffs: z.array(roundSignOff),
  publishedAt: moment.nullable(),
  closedAt: moment.nullable(),
});
export type RoundView = z.infer<typeof roundView>;

/** Offices, recommenders and places to choose from. */
export const roundUnits = z.strictObject({
  offices: z.array(z.strictObject({ id, name: z.string() })),
  recommenders: z.array(
    z.strictObject({
      id,
      name: z.string(),
      territory: z.string().nullable(),
      level: z.string().nullable(),
      department: z.string().nullable(),
      through: id.nullable(),
    }),
  ),
  places: z.array(z.strictObject({ code: z.string(), name: z.string(), level: z.string() })),
});
export type RoundUnits = z.infer<typeof roundUnits>;

export const newRoundBody = z.strictObject({
  year: roundYear,
  name: roundName,
  guide: digest,
  /** An earlier round whose settings and recommenders are taken over as far as they still fit. */
  like: id.nullable(),
});
export const roundMade = z.strictObject({ id });

export const saveRoundBody = roundContent.extend({ revision });
export const roundSaved = z.strictObject({ revision, faults: z.array(roundFaultRow) });

const said = z.string().trim().max(2000, '最长2000个字');
export const commandBody = z.strictObject({
  command: z.enum(['send', 'recall', 'close', 'cancel', 'discard'], '没有这项操作'),
  revision,
  said,
});
export type CommandBody = z.infer<typeof commandBody>;
export const commandDone = z.strictObject({ state: z.string(), revision });

export const changeBody = saveRoundBody.extend({
  command: z.enum(['change', 'reopen'], '没有这项操作'),
  said,
});
export type ChangeBody = z.infer<typeof changeBody>;

/** What a change does, before it is sent to be signed. */
export const changePreview = z.strictObject({
  faults: z.array(roundFaultRow),
  /** What is different; nothing where all stays. */
  rows: z.array(sheetRow),
  impact: z.strictObject({
    /** How many applications there are, and how many would be judged otherwise. */
    applications: z.int(),
    changed: z.int(),
    /** The first of them. */
    rows: z.array(sheetRow),
  }),
});
export type ChangePreview = z.infer<typeof changePreview>;

/** A published round, for whoever reaches the portal. */
export const publicRounds = z.strictObject({
  /** The portal's clock: a countdown runs from it. */
  now: moment,
  rounds: z.array(
    z.strictObject({
      id,
      year: z.string(),
      name: z.string(),
      guide: guideRow.omit({ publishedAt: true }),
      lines: z.array(
        z.strictObject({
          line: z.string(),
          title: z.string(),
          office: z.string().nullable(),
          /** Where applications are counted in public, how many were received. */
          received: z.int().nullable(),
          /** The general clocks of the line; null where one isn't set. */
          opening: moment.nullable(),
          deadline: moment.nullable(),
          county: moment.nullable(),
          city: moment.nullable(),
          /** not-yet, open or over, by the portal's clock. */
          phase: z.enum(['not-yet', 'open', 'over']),
          /** Whether some place has clocks of its own. */
          placesDiffer: z.boolean(),
        }),
      ),
    }),
  ),
});
export type PublicRounds = z.infer<typeof publicRounds>;

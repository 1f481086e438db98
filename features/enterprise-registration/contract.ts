import * as z from 'zod';

/** What goes between the pages of registering and the server. Texts in replies are shown as they are. */

const id = z.string().regex(/^[1-9]\d{0,17}$/, '编号有误');
const typed = (most: number) => z.string().max(most, `最长${most}个字`);

export const newAccountBody = z.strictObject({
  login: z
    .string()
    .trim()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._@-]{2,49}$/,
      '账号为3至50位字母、数字和“._@-”，以字母或数字开头',
    ),
  name: z.string().trim().min(1, '请输入姓名').max(50, '姓名最长50个字'),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d -]{7,20}$/, '请输入手机或固定电话号码'),
  email: z.email('邮箱写法有误').max(200, '邮箱最长200个字'),
  password: z.string().min(1, '请输入密码').max(200, '密码最长200个字'),
});
export type NewAccountBody = z.infer<typeof newAccountBody>;
/** The login as it was given out. */
export const newAccountView = z.strictObject({ login: z.string() });

export const PURPOSES = ['new', 'take-over'] as const;
export const PURPOSE_NAMES = { new: '注册', 'take-over': '接管' } as const;

/** As it is typed, half or whole: everything is judged when it is handed in. */
export const draftBody = z.strictObject({
  purpose: z.enum(PURPOSES),
  creditCode: typed(40),
  /** Why a code whose check fails is right all the same. */
  codeOverride: typed(200),
  name: typed(200),
  /** Region code: a county's, or a city's for what lies in none. */
  territory: typed(6),
  /** The chosen recommender's id; '' while none is. */
  recommender: z.union([id, z.literal('')]),
  contactName: typed(50),
  contactPhone: typed(30),
  contactEmail: typed(200),
  /** Ids of uploads. */
  licence: id.nullable(),
  authorisation: id.nullable(),
});
export type Draft = z.infer<typeof draftBody>;

export const scanView = z.strictObject({
  upload: z.string(),
  name: z.string(),
  size: z.int(),
  type: z.string().nullable(),
  /** Whether a registration refers to it: it can't be taken away any more. */
  referred: z.boolean(),
});
export type ScanView = z.infer<typeof scanView>;

export const commandButton = z.strictObject({
  command: z.string(),
  name: z.string(),
  /** What has to be said with it: 理由. */
  asks: z.string().nullable(),
  /** Why it can't be given now. */
  held: z.string().nullable(),
});
export type CommandButton = z.infer<typeof commandButton>;

const registrationFields = {
  id: z.string(),
  state: z.string(),
  stateName: z.string(),
  purpose: z.enum(PURPOSES),
  creditCode: z.string(),
  codeOverride: z.string().nullable(),
  name: z.string(),
  territoryName: z.string(),
  recommenderName: z.string(),
  /** ISO 8601, as the moment it was last handed in. */
  askedAt: z.string(),
  decidedAt: z.string().nullable(),
  /** What was said at the last return or refusal. */
  reason: z.string().nullable(),
  buttons: z.array(commandButton),
};

/** Where somebody's own registration stands. */
export const ownView = z.strictObject({
  person: z.strictObject({
    name: z.string(),
    login: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  }),
  /** The last one; null where none was handed in. */
  registration: z.strictObject(registrationFields).nullable(),
  /** What is being filled in; null where there is nothing to fill in now. */
  draft: draftBody.nullable(),
  savedAt: z.string().nullable(),
  licence: scanView.nullable(),
  authorisation: scanView.nullable(),
  /** Units the person may already act for. */
  units: z.array(z.string()),
});
export type OwnView = z.infer<typeof ownView>;

export const draftSaved = z.strictObject({ savedAt: z.string() });

export const codeBody = z.strictObject({ creditCode: typed(40) });
export const codeView = z.strictObject({
  /** ok; check: its check digit fails; malformed: no such code. */
  check: z.enum(['ok', 'check', 'malformed']),
  /** As it is kept. */
  creditCode: z.string(),
  message: z.string(),
  /** The unit that has it already. */
  claimed: z.strictObject({ name: z.string(), administrators: z.array(z.string()) }).nullable(),
  /** Somebody else's registration of it is being looked at: by whom. */
  waitingAt: z.string().nullable(),
});
export type CodeView = z.infer<typeof codeView>;

export const recommenderQuery = z.strictObject({
  territory: z.string().regex(/^\d{6}$/, '地区代码为6位数字'),
});
export const recommenderChoices = z.strictObject({
  choices: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** Why there is none, or through whom it goes. */
  note: z.string(),
});
export type RecommenderChoices = z.infer<typeof recommenderChoices>;

/** Which lists a recommender sees. */
export const listQuery = z.strictObject({
  show: z.enum(['waiting', 'returned', 'decided']).default('waiting'),
  /** Part of a name or a credit code. */
  q: z.string().trim().max(60, '最长60个字').default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const listFileQuery = z.strictObject({ ...listQuery.omit({ page: true }).shape });
export const registrationRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  creditCode: z.string(),
  purpose: z.enum(PURPOSES),
  territoryName: z.string(),
  state: z.string(),
  stateName: z.string(),
  askedAt: z.string(),
  /** Until when it should be looked at; null once it was. */
  dueAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type RegistrationRow = z.infer<typeof registrationRow>;
export const registrationList = z.strictObject({
  rows: z.array(registrationRow),
  page: z.int(),
  pageSize: z.int(),
  /** How many match. */
  total: z.int(),
  counts: z.strictObject({ waiting: z.int(), returned: z.int(), decided: z.int() }),
});
export type RegistrationList = z.infer<typeof registrationList>;

/** Something that was looked up about it. */
export const checkView = z.strictObject({
  title: z.string(),
  /** fine: nothing stands against it; look: a person has to; unchecked: nothing is known. */
  outcome: z.enum(['fine', 'look', 'unchecked']),
  says: z.string(),
});
export type CheckView = z.infer<typeof checkView>;

export const registrationView = z.strictObject({
  ...registrationFields,
  dueAt: z.string().nullable(),
  person: z.string(),
  contactName: z.string(),
  /** Masked. */
  contactPhone: z.string(),
  contactEmail: z.string().nullable(),
  /** The unit that is to be taken over, as it is kept. */
  unit: z.strictObject({ name: z.string(), administrators: z.array(z.string()) }).nullable(),
  licence: scanView.omit({ upload: true, referred: true }),
  authorisation: scanView.omit({ upload: true, referred: true }),
  checks: z.array(checkView),
});
export type RegistrationView = z.infer<typeof registrationView>;

export const decisionBody = z.strictObject({
  command: z.enum(['approve', 'return', 'refuse']),
  /** Reason of a return or a refusal. */
  said: z.string().trim().max(500, '最长500个字'),
  /** As the page read it: what was corrected since is looked at first. */
  askedAt: z.iso.datetime(),
});
export type DecisionBody = z.infer<typeof decisionBody>;

export const scanQuery = z.strictObject({ as: z.enum(['inline', 'file']).default('file') });
export const done = z.strictObject({ done: z.literal(true) });

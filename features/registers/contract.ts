import * as z from 'zod';

/** What goes between the pages of registers and the server. Texts in replies are shown as they are. */

const id = z.string().regex(/^[1-9]\d{0,17}$/, '编号有误');
const text = z.string();
const day = z.iso.date('日期应为“2022-03-16”的样子');
const cells = z.record(text, text);
const year = z.string().regex(/^(?:\d{4})?$/, '年度应为四位数');

export const versionView = z.strictObject({
  id: text,
  number: z.int(),
  /** '' for a list that isn't yearly. */
  year: text,
  source: text,
  asOf: text,
  fileName: text,
  entries: z.int(),
  importedAt: text,
  importedBy: text,
  /** answers: what is looked up now; superseded: a newer one does; withdrawn: it was wrong. */
  state: z.enum(['answers', 'superseded', 'withdrawn']),
  withdrawnAt: text.nullable(),
  withdrawnBecause: text.nullable(),
});
export type VersionView = z.infer<typeof versionView>;

/** One list: of a yearly register that of one year. */
export const listView = z.strictObject({
  year: text,
  /** none: never imported, or all withdrawn; out-of-date: its version doesn't answer any more. */
  state: z.enum(['none', 'current', 'out-of-date']),
  version: versionView.nullable(),
  /** The last day it answers; null where it does until another one comes. */
  validUntil: text.nullable(),
  /** Facts of the guide that look at this year's list. */
  settles: z.array(text),
});
export type ListView = z.infer<typeof listView>;

export const registerCard = z.strictObject({
  id: text,
  title: text,
  keeper: text,
  says: text,
  yearly: z.boolean(),
  subject: text,
  lists: z.array(listView),
});
export type RegisterCard = z.infer<typeof registerCard>;

export const registerList = z.strictObject({
  registers: z.array(registerCard),
  /** Whether whoever asks may import. */
  mayImport: z.boolean(),
});
export type RegisterList = z.infer<typeof registerList>;

export const columnView = z.strictObject({
  id: text,
  role: z.enum(['code', 'name', 'value']),
  required: z.boolean(),
  /** As people call it: 文字, 日期, 选项. */
  kind: text,
  unit: text,
  options: z.array(text),
  says: text,
});
export type ColumnView = z.infer<typeof columnView>;

export const registerView = z.strictObject({
  ...registerCard.shape,
  columns: z.array(columnView),
  versions: z.array(versionView),
  mayImport: z.boolean(),
  /** The program's day: nothing can be as of a later one. */
  today: text,
});
export type RegisterView = z.infer<typeof registerView>;

export const entriesQuery = z.strictObject({
  /** Of a yearly register whose list is looked at. */
  year: year.optional(),
  text: z.string().max(100, '查找的文字最长100个字').optional(),
  from: z.coerce.number().int().min(0).max(100_000).optional(),
});

export const entryView = z.strictObject({
  id: text,
  /** The row of the file. */
  row: z.int(),
  creditCode: text.nullable(),
  name: text,
  cells,
});
export type EntryView = z.infer<typeof entryView>;
export const entriesView = z.strictObject({ total: z.int(), entries: z.array(entryView) });
export type EntriesView = z.infer<typeof entriesView>;

const places = z
  .record(z.string().max(60), z.int().min(1).max(500))
  .refine((all) => Object.keys(all).length <= 50, '列太多');

export const checkBody = z.strictObject({
  upload: id,
  year,
  /** Which column of the sheet is which; null lets the headings decide. */
  places: places.nullable(),
});

export const changesView = z.strictObject({
  added: z.int(),
  gone: z.int(),
  changed: z.int(),
  same: z.int(),
  first: z.array(
    z.strictObject({
      kind: z.enum(['added', 'gone', 'changed']),
      creditCode: text.nullable(),
      name: text,
      columns: z.array(z.strictObject({ column: text, before: text, after: text })),
    }),
  ),
});
export type ChangesView = z.infer<typeof changesView>;

export const checkView = z.strictObject({
  headingRow: z.int(),
  headings: z.array(
    z.strictObject({
      at: z.int(),
      letter: text,
      text,
      column: text.nullable(),
      suggested: text.nullable(),
    }),
  ),
  places: z.record(text, z.int()),
  /** Columns that must be there and have no place. */
  missing: z.array(text),
  good: z.int(),
  faultyRows: z.int(),
  faults: z.array(
    z.strictObject({ cell: text, row: z.int(), column: text, message: text, fix: text }),
  ),
  /** Rows whose code fails its check digit, and rows without one: how many, and the first of them. */
  checkDigit: z.strictObject({ count: z.int(), rows: z.array(z.int()) }),
  noCode: z.strictObject({ count: z.int(), rows: z.array(z.int()) }),
  /** The version it would take the place of. */
  base: versionView.nullable(),
  /** Against `base`; null while columns are missing. */
  changes: changesView.nullable(),
});
export type CheckView = z.infer<typeof checkView>;

export const importBody = z.strictObject({
  ...checkBody.shape,
  source: z.string().trim().min(1, '请写明依据的文件').max(300, '依据最长300个字'),
  asOf: day,
  /** Rows with faults are left out. */
  leaveOut: z.boolean(),
  /** Codes that fail their check digit were compared with the list and are right. */
  vouched: z.boolean(),
  /** The version the person compared with. */
  base: id.nullable(),
});

export const withdrawBody = z.strictObject({
  because: z.string().trim().min(2, '请写明原因').max(500, '原因最长500个字'),
});

export const unitQuery = z.strictObject({
  code: z.string().trim().min(1, '请输入统一社会信用代码').max(60, '代码过长'),
  /** The firm that audits it, where it is asked about too. */
  auditor: z.string().trim().max(60, '代码过长').optional(),
});

export const factView = z.strictObject({
  fact: text,
  label: text,
  /** unchecked: 未核, neither yes nor no. */
  state: z.enum(['known', 'unchecked']),
  value: text,
  /** Which list says so, or why it is unchecked. */
  source: text,
});
export type FactView = z.infer<typeof factView>;

/** What one list knows of a unit. */
export const unitListView = z.strictObject({
  register: text,
  title: text,
  year: text,
  state: z.enum(['none', 'current', 'out-of-date']),
  /** Which version; '' where there is none. */
  source: text,
  facts: z.array(factView),
  entries: z.array(entryView),
  /** Rows of the same name with another code or none: for a person to look at. */
  alike: z.array(entryView),
});
export type UnitListView = z.infer<typeof unitListView>;

export const unitView = z.strictObject({
  creditCode: text,
  /** As the lists or the enterprise itself call it; '' where nobody does. */
  name: text,
  /** Something about the code to look at: its check digit fails. */
  warning: text,
  lists: z.array(unitListView),
  /** Papers that need not be handed in. */
  papers: z.array(text),
});
export type UnitView = z.infer<typeof unitView>;

export const NUMBER_KINDS = ['invoice', 'contract', 'device', 'loan', 'record'] as const;

export const numbersBody = z.strictObject({
  numbers: z
    .array(
      z.strictObject({
        kind: z.enum(NUMBER_KINDS),
        code: z.string().max(100, '代码过长'),
        number: z.string().min(1, '请输入号码').max(100, '号码过长'),
      }),
    )
    .min(1, '请输入号码')
    .max(500, '一次最多查500个'),
});

export const numbersView = z.array(
  z.strictObject({
    kind: text,
    written: text,
    state: z.enum(['used', 'not-used', 'unchecked', 'unreadable']),
    /** Why it can't be looked up, or which list was. */
    says: text,
    uses: z.array(
      z.strictObject({ name: text, creditCode: text.nullable(), project: text, source: text }),
    ),
  }),
);
export type NumbersView = z.infer<typeof numbersView>;

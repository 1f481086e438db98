import { randomBytes } from 'node:crypto';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { fileOf } from '@fuchi/record-upload/file.fixture';
import { parseCreditCode } from '@fuchi/values/credit-code';
import { openTestPortal, testBrowser } from './test-portal.fixture.ts';

export const MACHINE = new Date('2026-03-02T01:00:00Z');
export const PASSWORD = 'Tall-Bridge-417';

export type Browser = ReturnType<typeof testBrowser>;
export type RegistrationDesk = Awaited<ReturnType<typeof openRegistrationDesk>>;

/** A portal with two counties' recommenders, and people who register. */
export async function openRegistrationDesk() {
  const database: TestDatabase = await openTestDatabase();
  const { db } = database;
  const at = await openTestPortal({ db });
  const kunshan = await recommender(database, '示例昆山市工信局', '320583');
  const changshu = await recommender(database, '示例常熟市工信局', '320581');
  const desk = {
    at,
    db,
    kunshan,
    changshu,
    /** Somebody of a recommender's, signed in. */
    async official(
      organisation: string,
      role: 'recommender-handler' | 'recommender-lead' = 'recommender-handler',
    ) {
      const { actor, cookie } = await signInForTests(db, { role, organisation, machine: MACHINE });
      const browser = testBrowser(at.portal);
      const [name = '', value = ''] = cookie.split('=');
      browser.cookies.set(name, value);
      return { ...browser, account: actor.account };
    },
    /** Somebody who made an account just now. */
    async newPerson(login = 'sample', address?: string) {
      const browser = testBrowser(at.portal, address);
      const email = `${randomBytes(4).toString('hex')}@example.com`;
      const body = { login, name: '示例经办', phone: '13800001234', email, password: PASSWORD };
      const reply = await browser.post('/api/registration/account', body);
      return { browser, reply, email };
    },
    /** Everything that is handed in, with scans that were uploaded. */
    async filled(browser: Browser, more: object = {}) {
      return {
        purpose: 'new',
        creditCode: someCode(),
        codeOverride: '',
        name: '示例精工有限公司',
        territory: '320583',
        recommender: kunshan,
        contactName: '示例联系人',
        contactPhone: '13900004321',
        contactEmail: '',
        licence: await upload(browser, 'licence'),
        authorisation: await upload(browser, 'authorisation'),
        ...more,
      };
    },
    /** A registration that waits. */
    async submitted(more: object = {}) {
      const { browser } = await desk.newPerson();
      const body = await desk.filled(browser, more);
      const reply = await browser.post('/api/registration', body);
      if (reply.statusCode !== 200) throw new Error(reply.body);
      const { id, askedAt } = reply.json().registration;
      return { browser, body, id: id as string, askedAt: askedAt as string };
    },
    /** What was written down of it, in order. */
    async events(registration: string) {
      const rows = await db
        .selectFrom('event')
        .select('kind')
        .where('subject_kind', '=', 'registration')
        .where('subject_id', '=', registration)
        .orderBy('number')
        .execute();
      return rows.map(({ kind }) => kind);
    },
    unitsWith: (code: string) =>
      db.selectFrom('organisation').selectAll().where('credit_code', '=', code).execute(),
    async close() {
      await at.portal.close();
      await database.close();
    },
  };
  return desk;
}

async function recommender({ db }: TestDatabase, name: string, territory: string): Promise<string> {
  const { id } = await db
    .insertInto('organisation')
    .values({
      kind: 'recommender',
      name,
      territory,
      level: 'county',
      department: '工信',
      created_at: MACHINE,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Uploads a small PDF that is like no other. */
export async function upload(browser: Browser, purpose: string): Promise<string> {
  const bytes = await fileOf('pdf', randomBytes(8).toString('hex'));
  const asked = { purpose, name: `${purpose}.pdf`, size: bytes.length };
  const { id } = (await browser.post('/api/uploads', asked)).json();
  await browser.send('PUT', `/api/uploads/${id}/content?offset=0`, bytes, {
    headers: { 'content-type': 'application/octet-stream' },
  });
  await browser.post(`/api/uploads/${id}/finish`);
  return id;
}

/** A code whose check is right. */
export function someCode(): string {
  const stem = `91320583${randomBytes(8).toString('hex').toUpperCase().slice(0, 9)}`;
  const parsed = parseCreditCode(`${stem}0`);
  return parsed.ok ? parsed.value.text : `${stem}${parsed.facts['expected']}`;
}

/** What somebody decides on a registration as he read it. */
export function decide(
  by: Browser,
  { id, askedAt }: { readonly id: string; readonly askedAt: string },
  command: string,
  said = '',
) {
  return by.post(`/api/registrations/${id}/decision`, { command, said, askedAt });
}

import { join } from 'node:path';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { publishGuideVersion } from '@fuchi/record-guide-version/guide-version-store';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import type { RoundSettings } from '@fuchi/record-round/contract';
import type { RoundContentBody, RoundView } from '@fuchi/round-setup/contract';
import type { Role } from '@fuchi/workflow/role';
import { zipSync } from 'fflate';
import { openTestPortal, testBrowser } from './test-portal.fixture.ts';

type Portal = Awaited<ReturnType<typeof openTestPortal>>;
type Browser = ReturnType<typeof testBrowser>;
export type RoundDesk = Awaited<ReturnType<typeof openRoundDesk>>;

/** A portal with the guide that ships published, people who set rounds up and sign them, and what they do. */
export async function openRoundDesk() {
  const database: TestDatabase = await openTestDatabase();
  const at = await openTestPortal({ db: database.db });
  const people = await roundPeople(database.db, at);
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  const { files } = loaded;
  const guide = loaded.checked.guide.digest;
  const now = at.clock.now();
  await change(database.db, BY_PROGRAM, now, (work, record) =>
    publishGuideVersion(work, record, loaded, { account: null, now }),
  );
  const { browser, cookie } = people.planner;

  const desk = {
    db: database.db,
    at,
    people,
    guide,
    /** A text of the guide, with another in its place. */
    edited: (path: string, from: string, to: string) =>
      [path, (files.get(path) ?? '').replaceAll(from, to)] as const,
    /** The guide with some files in the place of its own, sent as a zip. */
    upload: (changed: readonly (readonly [string, string])[], publish: 'yes' | 'no') => {
      const texts = [...new Map([...files, ...changed])];
      const packed = texts.map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
      return desk.sendZip(Buffer.from(zipSync(Object.fromEntries(packed))), publish);
    },
    sendZip: (payload: Buffer, publish: 'yes' | 'no', type = 'application/zip') =>
      at.portal.inject({
        method: 'POST',
        url: `/api/desk/guides?publish=${publish}`,
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': type },
        payload,
      }),
    async drafted(name = '示例批次'): Promise<string> {
      const made = await browser.post('/api/desk/rounds', {
        year: '2022',
        name,
        guide,
        like: null,
      });
      return made.json().id;
    },
    viewed: async (id: string) => (await browser.get(`/api/desk/rounds/${id}`)).json<RoundView>(),
    save: (id: string, content: RoundContentBody, revision: number, by: Browser = browser) =>
      by.send('PUT', `/api/desk/rounds/${id}`, { ...content, revision }),
    async command(id: string, command: string, said: string) {
      const { revision } = await desk.viewed(id);
      return browser.post(`/api/desk/rounds/${id}/commands`, { command, revision, said });
    },
    whole: (content: RoundContentBody) => whole(content, people.office),
    /** A draft with nothing wrong with it. */
    async complete(name?: string): Promise<string> {
      const id = await desk.drafted(name);
      const { content, revision } = await desk.viewed(id);
      const saved = await desk.save(id, whole(content, people.office), revision);
      if (saved.json().faults.length > 0) throw new Error(saved.body);
      return id;
    },
    waitingOf: async (who: Browser) =>
      (await who.get('/api/desk/sign-offs')).json<{ waiting: { id: string; title: string }[] }>()
        .waiting,
    async signs(who: Browser, id: string, agreed = true, opinion = '同意') {
      const { digest } = (await who.get(`/api/desk/sign-offs/${id}`)).json();
      return who.post(`/api/desk/sign-offs/${id}/signatures`, { agreed, opinion, digest });
    },
    /** Whatever waits of a round goes through head and leader. */
    async signed(round: string): Promise<void> {
      const { signOffs } = await desk.viewed(round);
      const waiting = signOffs.find(({ state }) => state === 'waiting');
      for (const who of [people.head, people.leader]) {
        const done = await desk.signs(who.browser, waiting?.id ?? '');
        if (done.statusCode !== 200) throw new Error(done.body);
      }
    },
    async published(name?: string): Promise<string> {
      const id = await desk.complete(name);
      await desk.command(id, 'send', '请审定');
      await desk.signed(id);
      return id;
    },
    change: async (id: string, content: RoundContentBody, more: object = {}) => {
      const { revision } = await desk.viewed(id);
      const body = { ...content, revision, command: 'change', said: '应企业要求', ...more };
      return browser.post(`/api/desk/rounds/${id}/changes`, body);
    },
    eventsOf: (id: string) =>
      database.db
        .selectFrom('event')
        .select(['kind', 'before', 'after', 'account_id', 'guide_digest'])
        .where('subject_kind', '=', 'round')
        .where('subject_id', '=', id)
        .orderBy('number')
        .execute(),
    /** @throws when the portal had a fault of its own meanwhile */
    async close(): Promise<void> {
      await at.portal.close();
      await database.close();
      if (at.faults.length > 0) throw new Error(at.faults.join('\n'));
    },
  };
  return desk;
}

/** Each with a browser; and the recommenders of 苏州 and 昆山. */
async function roundPeople(db: TestDatabase['db'], at: Portal) {
  const person = async (role: Role, more: { organisation?: string; name?: string } = {}) => {
    const { actor, cookie } = await signInForTests(db, { role, machine: at.machine.at, ...more });
    const browser = testBrowser(at.portal);
    const [name = '', value = ''] = cookie.split('=');
    browser.cookies.set(name, value);
    return { ...actor, cookie, browser };
  };
  const planner = await person('planning', { name: '示例经办' });
  const office = planner.organisation.id;
  const unit = async (territory: string, level: 'city' | 'county', parent?: string) =>
    (
      await db
        .insertInto('organisation')
        .values({
          kind: 'recommender',
          name: `示例${territory}工信局`,
          territory,
          level,
          department: '工信',
          parent_id: parent ?? null,
          created_at: new Date(0),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  const city = await unit('320500', 'city');
  return {
    person,
    office,
    city,
    county: await unit('320583', 'county', city),
    planner,
    colleague: await person('planning', { organisation: office, name: '示例同事' }),
    head: await person('office-head', { organisation: office, name: '示例处长' }),
    otherHead: await person('office-head', { name: '别处处长' }),
    leader: await person('leader', { name: '示例领导' }),
    finance: await person('finance-head', { name: '示例财政负责人' }),
  };
}

const GENERAL: RoundSettings['clocks'] = [
  { kind: 'opening', line: null, territory: null, at: '2022-03-20T09:00:00+08:00' },
  { kind: 'applicant', line: null, territory: null, at: '2022-04-16T00:00:00+08:00' },
  { kind: 'county', line: null, territory: null, at: '2022-04-25T17:00:00+08:00' },
  { kind: 'city', line: null, territory: null, at: '2022-05-05T17:00:00+08:00' },
];

/** What was prefilled, with everything set that a publication needs. */
function whole(content: RoundContentBody, office: string): RoundContentBody {
  const { settings } = content;
  return {
    ...content,
    settings: {
      ...settings,
      clocks: GENERAL,
      lines: settings.lines.map((line) => ({ ...line, office: line.open ? office : null })),
    },
  };
}

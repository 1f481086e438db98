import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  fuchi,
  networkBrowser,
  openSharedPlace,
  type ServerProcess,
  type SharedPlace,
  startServer,
} from './server-process.fixture.ts';

const WAIT = { timeout: 50_000, interval: 200 };
let place: SharedPlace;
let first: ServerProcess;
let second: ServerProcess;
let password = '';
beforeAll(async () => {
  place = await openSharedPlace();
  // At once, on an empty database.
  [first, second] = await Promise.all([
    startServer('demo', place.env),
    startServer('demo', place.env),
  ]);
  password = /密码都是：\s+(\S+)/.exec(first.said() + second.said())?.[1] ?? '';
}, 180_000);
afterAll(async () => {
  await first?.kill('SIGKILL');
  await second?.kill('SIGKILL');
  await place?.close();
});

async function ask<Row extends object>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function signedIn(login: string) {
  const browser = networkBrowser();
  const reply = await browser.send('POST', `${first.url}/api/sign-in`, { login, password });
  expect(reply).toMatchObject({ status: 200, body: { stage: 'ready' } });
  return browser;
}

test('同时初次启动：只有一个建立演示数据，账号只显示一次', () => {
  const tables = [first, second].map(({ said }) => said().split('演示账号').length - 1);
  expect(tables.sort()).toEqual([0, 1]);
  expect(password).toMatch(/^\S{19}$/);
});

test('在一个上登录、拨时间，另一个都认', async () => {
  const planner = await signedIn('guihua');
  const to = '2022-04-01T01:00:00.000Z';
  const set = await planner.send('POST', `${first.url}/api/demonstration/clock`, { to });
  expect(set.status).toBe(200);
  const shown = async () => {
    const { body } = await planner.send('GET', `${second.url}/api/portal`);
    return typeof body === 'object' && body !== null && Reflect.get(body, 'now') >= to;
  };
  await expect.poll(shown, WAIT).toBe(true);
  expect((await planner.send('GET', `${second.url}/api/account`)).status).toBe(200);
});

test('每日封存由其中一个做，每天只有一份', async () => {
  const sealed = () => ask<{ day: string }>('select day::text from event_seal order by day');
  await expect.poll(async () => (await sealed()).at(-1)?.day, WAIT).toBe('2022-03-31');
  const days = (await sealed()).map(({ day }) => day);
  expect(days).toHaveLength(16);
  expect(new Set(days).size).toBe(16);
  const done = await ask<{ state: string }>(
    `select state from pgboss.job where name = 'seal-trail'`,
  );
  expect(done).toEqual([{ state: 'completed' }]);
});

test('忙的时候杀死一个，另一个接着做；答应了的都在，没有一件做成两份', async () => {
  const keeper = await signedIn('xitong');
  const names = Array.from({ length: 120 }, (_, n) => `示例压力处${n}`);
  const promised: string[] = [];
  let answered = 0;
  const make = async (name: string, url: string) => {
    const body = { kind: 'office', name };
    const reply = await keeper.send('POST', `${url}/api/accounts/units`, body).catch(() => null);
    answered += 1;
    if (reply?.status === 200) promised.push(name);
    // In the middle, with requests under way on both.
    if (answered === 30) void first.kill('SIGKILL');
  };
  const queue = names.map((name, n) => ({ name, url: (n % 2 === 0 ? first : second).url }));
  const hand = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await make(next.name, next.url);
  };
  await Promise.all(Array.from({ length: 8 }, hand));
  expect(promised.length).toBeGreaterThanOrEqual(60);
  expect(promised.length).toBeLessThan(names.length);
  const kept = await ask<{ name: string; times: string; told: string }>(
    `select o.name, count(distinct o.id) as times, count(e.id) as told from organisation o
     left join event e on e.subject_kind = 'organisation' and e.subject_id = o.id::text
     where o.name like '示例压力处%' group by o.name`,
  );
  expect(kept.filter(({ times, told }) => times !== '1' || told !== '1')).toEqual([]);
  const there = new Set(kept.map(({ name }) => name));
  expect(promised.filter((name) => !there.has(name))).toEqual([]);
  const health = await keeper.send('GET', `${second.url}/health`);
  expect(health).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test('被杀死的重新启动就接着用；操作记录核对无误；运行时可以备份', async () => {
  first = await startServer('serve', place.env);
  expect(first.said()).toContain('演示环境');
  expect(first.said()).not.toContain('演示账号');
  const audit = await fuchi(['audit', 'verify', '--json'], place.env);
  expect(audit).toMatchObject({ code: 0, err: '' });
  const backup = await fuchi(['backup', `${place.folder}/backup`, '--json'], place.env);
  expect(backup).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(backup.out)).toMatchObject({ lost: [] });
});

test('要的是另一种环境就不启动，一句话说明', async () => {
  const asked = await fuchi(['serve'], { ...place.env, PORT: '0', FUCHI_MODE: 'production' });
  expect(asked.code).toBe(2);
  expect(asked.err).toContain('属于演示环境');
  expect(asked.err.trim().split('\n')).toHaveLength(1);
});

test('收到 SIGTERM 就好好停下', async () => {
  expect(await Promise.all([first.kill('SIGTERM'), second.kill('SIGTERM')])).toEqual([0, 0]);
  expect(first.logged() + second.logged()).not.toMatch(/"level":"error"/);
});

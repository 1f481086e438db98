import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { fileOf } from '@fuchi/record-upload/file.fixture';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPerson } from './test-person.fixture.ts';
import { openTestPortal } from './test-portal.fixture.ts';

const MB = 1024 * 1024;
let database: TestDatabase;
let at: Awaited<ReturnType<typeof openTestPortal>>;
let url: string;
beforeAll(async () => {
  database = await openTestDatabase();
  at = await openTestPortal({ db: database.db });
  url = await at.portal.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await at.portal.close();
  await database.close();
});

const person = () => testPerson(database.db, at.machine.at);
const asked = (cookie: string, method: string, path: string, body?: object | Buffer) =>
  fetch(`${url}/api/uploads${path}`, {
    method,
    headers: {
      cookie,
      ...(body && {
        'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json',
      }),
    },
    ...(body && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
const begun = async (cookie: string, bytes: Buffer, name = '执照.pdf') => {
  const reply = await asked(cookie, 'POST', '', { purpose: 'licence', name, size: bytes.length });
  return (await reply.json()).id as string;
};
const whole = async (cookie: string, bytes: Buffer, name?: string) => {
  const id = await begun(cookie, bytes, name);
  await asked(cookie, 'PUT', `/${id}/content?offset=0`, bytes);
  return { id, reply: await (await asked(cookie, 'POST', `/${id}/finish`)).json() };
};

describe('通过网络上传', () => {
  test('传、看、下载、移除', async () => {
    const { cookie } = await person();
    const bytes = await fileOf('pdf', '执照');
    const { id, reply } = await whole(cookie, bytes, '../执照\u202E.pdf');
    expect(reply).toMatchObject({
      state: 'whole',
      type: 'pdf',
      name: '执照.pdf',
      received: bytes.length,
    });
    const file = await asked(cookie, 'GET', `/${id}/content`);
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="form.pdf"; filename*=UTF-8''%E6%89%A7%E7%85%A7.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; object-src 'self'",
    });
    expect((await asked(cookie, 'DELETE', `/${id}`)).status).toBe(200);
    expect((await asked(cookie, 'GET', `/${id}`)).status).toBe(404);
  });

  test('图片在旁边看时关在沙箱里', async () => {
    const { cookie } = await person();
    const { id } = await whole(cookie, await fileOf('png', '执照'), '执照.png');
    const shown = await asked(cookie, 'GET', `/${id}/content?as=inline`);
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; /);
    expect(shown.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  test('内容不对，用一句话说清楚', async () => {
    const { cookie } = await person();
    const { reply } = await whole(cookie, await fileOf('png'));
    expect(reply).toMatchObject({
      state: 'refused',
      refusedBecause: '文件内容是PNG图片，扩展名却是“.pdf”，请核对是不是选错了文件',
    });
    const exe = await asked(cookie, 'POST', '', { purpose: 'licence', name: 'a.exe', size: 3 });
    expect([exe.status, (await exe.json()).faults[0].path]).toEqual([422, 'name']);
  });

  test('没有登录的人，一个字节都不读', async () => {
    const { cookie } = await person();
    const id = await begun(cookie, await fileOf('pdf'));
    const body = Buffer.alloc(30 * MB);
    const reply = await asked('', 'PUT', `/${id}/content?offset=0`, body);
    expect([reply.status, (await reply.json()).code]).toEqual([401, 'sign-in-first']);
    const json = await asked(cookie, 'PUT', `/${id}/content?offset=0`, { some: 'json' });
    expect([json.status, (await json.json()).code]).toEqual([415, 'wrong-stream']);
  });

  test('一段超过上限，不收，不留下什么', async () => {
    const { cookie } = await person();
    const id = await begun(cookie, Buffer.alloc(19 * MB));
    const reply = await asked(cookie, 'PUT', `/${id}/content?offset=0`, Buffer.alloc(8 * MB + 1));
    expect([reply.status, (await reply.json()).code]).toEqual([400, 'bad-part']);
    expect(
      (await asked(cookie, 'PUT', `/${id}/content?offset=0`, Buffer.alloc(8 * MB))).status,
    ).toBe(200);
  });

  test('连接断在半路，前面的还在，可以接着传', async () => {
    const { cookie } = await person();
    const bytes = await fileOf('pdf', '断'.repeat(1000));
    const id = await begun(cookie, bytes);
    await asked(cookie, 'PUT', `/${id}/content?offset=0`, bytes.subarray(0, 1000));
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((done) => {
      socket.write(
        [
          `PUT /api/uploads/${id}/content?offset=1000 HTTP/1.1`,
          `host: ${hostname}`,
          `cookie: ${cookie}`,
          'content-type: application/octet-stream',
          `content-length: ${bytes.length - 1000}`,
          '',
          '',
        ].join('\r\n'),
      );
      socket.write(bytes.subarray(1000, 2000), () => done());
    });
    socket.destroy();
    const seen = await (await asked(cookie, 'GET', `/${id}`)).json();
    expect(seen).toMatchObject({ received: 1000, state: 'receiving' });
    await asked(cookie, 'PUT', `/${id}/content?offset=1000`, bytes.subarray(1000));
    expect(await (await asked(cookie, 'POST', `/${id}/finish`)).json()).toMatchObject({
      state: 'whole',
    });
    await expect
      .poll(() => readdir(at.files.pathOf('0'.repeat(64)).replace(/00\/00\/0+$/, 'incoming')))
      .toEqual([]);
  });

  test('别的网站的页面不能替人上传', async () => {
    const { cookie } = await person();
    const reply = await fetch(`${url}/api/uploads`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify({ purpose: 'licence', name: 'a.pdf', size: 3 }),
    });
    expect([reply.status, (await reply.json()).code]).toEqual([403, 'cross-site']);
  });

  test('没有一次是服务器自己出错', () => {
    expect(at.faults).toEqual([]);
  });
});

import { connect } from 'node:net';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { fileOf } from '@fuchi/record-upload/file.fixture';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPerson } from './test-person.fixture.ts';
import { openTestPortal } from './test-portal.fixture.ts';

let database: TestDatabase;
let at: Awaited<ReturnType<typeof openTestPortal>>;
let port: number;
beforeAll(async () => {
  database = await openTestDatabase();
  at = await openTestPortal({ db: database.db });
  port = Number(new URL(await at.portal.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(async () => {
  await at.portal.close();
  await database.close();
});

/** What the server says to bytes no browser would send. */
function raw(lines: readonly string[], body = ''): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      said += part;
    });
    socket.on('close', () => done(said));
    socket.on('error', failed);
    socket.write(`${[...lines, 'connection: close'].join('\r\n')}\r\n\r\n${body}`);
  });
}

const statuses = (said: string) =>
  [...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
const HOST = 'host: fuchi.example';

describe('请求头的花样', () => {
  test('两个长度、长度与分段并存：第二个请求藏不进第一个里', async () => {
    const hidden = 'GET /api/desk HTTP/1.1\r\nhost: fuchi.example\r\n\r\n';
    const twice = await raw(
      [
        'POST /api/session HTTP/1.1',
        HOST,
        'content-type: application/json',
        'content-length: 0',
        `content-length: ${hidden.length}`,
      ],
      hidden,
    );
    expect(statuses(twice)).toEqual(['400']);
    const both = await raw(
      [
        'POST /api/session HTTP/1.1',
        HOST,
        'content-type: application/json',
        'content-length: 5',
        'transfer-encoding: chunked',
      ],
      `0\r\n\r\n${hidden}`,
    );
    expect(statuses(both)).toEqual(['400']);
  });

  test('头里夹换行、控制字符，或长得没有头，都不收', async () => {
    for (const bad of ['x-note: a\u0000b', 'x note: a', ' folded: a']) {
      expect(statuses(await raw(['GET /api/lines HTTP/1.1', HOST, bad]))).toEqual(['400']);
    }
    const long = `x-note: ${'a'.repeat(64 * 1024)}`;
    expect(statuses(await raw(['GET /api/lines HTTP/1.1', HOST, long]))).toEqual(['431']);
  });

  test('改写方法、改写地址的头不起作用', async () => {
    const { cookie } = await testPerson(database.db, at.machine.at);
    const uploads = () => database.db.selectFrom('upload').select('id').execute();
    const reply = await raw([
      'GET /api/applications HTTP/1.1',
      HOST,
      `cookie: ${cookie}`,
      'x-http-method-override: POST',
      'x-method-override: DELETE',
      'x-original-url: /api/accounts',
      'x-rewrite-url: /api/accounts',
    ]);
    expect(statuses(reply)).toEqual(['200']);
    expect(reply).toContain('"applications":[]');
    expect(await uploads()).toEqual([]);
  });

  test('伪造的 Host、转发的头不进任何回答', async () => {
    const reply = await raw([
      'GET /sign-in HTTP/1.1',
      'host: evil.example',
      'x-forwarded-host: evil.example',
      'x-forwarded-proto: http',
      'forwarded: host=evil.example',
      'accept: text/html',
    ]);
    expect(statuses(reply)).toEqual(['200']);
    expect(reply).not.toContain('evil.example');
  });

  test('地址里的上级目录，怎样写都到不了页面以外的文件', async () => {
    for (const path of [
      '/../package.json',
      '/assets/../../package.json',
      '/%2e%2e/package.json',
      '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
      '/..%5cpackage.json',
      '/%252e%252e/package.json',
      '/assets/%00/../../package.json',
      'http://fuchi.example/../package.json',
    ]) {
      const reply = await raw([`GET ${path} HTTP/1.1`, HOST, 'accept: */*']);
      expect([path, ...statuses(reply)]).toEqual([path, expect.stringMatching(/^40[04]$/)]);
      expect(reply).not.toContain('workspaces');
    }
  });
});

describe('文件的花样', () => {
  const send = async (name: string, bytes: Buffer) => {
    const { cookie } = await testPerson(database.db, at.machine.at);
    const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object | Buffer) =>
      at.portal.inject({
        method,
        url: `/api/uploads${path}`,
        headers: {
          cookie,
          'sec-fetch-site': 'same-origin',
          ...(body && {
            'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json',
          }),
        },
        ...(body && { payload: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
      });
    const begun = await ask('POST', '', { purpose: 'licence', name, size: bytes.length });
    if (begun.statusCode !== 200) return { begun, done: undefined, shown: undefined };
    const { id } = begun.json();
    await ask('PUT', `/${id}/content?offset=0`, bytes);
    const done = (await ask('POST', `/${id}/finish`)).json();
    return { begun, done, shown: await ask('GET', `/${id}/content?as=inline`) };
  };

  test('又是PDF又是网页的，只当PDF给，网页里的程序跑不起来', async () => {
    const pdf = await fileOf('pdf', '执照');
    const both = Buffer.concat([pdf, Buffer.from('\n<script>alert(document.cookie)</script>')]);
    const { done, shown } = await send('执照.pdf', both);
    expect(done).toMatchObject({ state: 'whole', type: 'pdf' });
    expect(shown?.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  test('网页、矢量图、脚本换个扩展名，按内容认出来，不收', async () => {
    for (const text of [
      '<!doctype html><script>alert(1)</script>',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '#!/bin/sh\nrm -rf /',
      'MZ\u0090\u0000',
    ]) {
      const { done } = await send('执照.png', Buffer.from(text));
      expect(done).toMatchObject({ state: 'refused', type: null });
    }
    for (const name of ['执照.svg', '执照.html', '执照.pdf.exe', '执照']) {
      expect((await send(name, Buffer.from('%PDF-1.7'))).begun.statusCode).toBe(422);
    }
  });

  test('文件名里的目录、换行、引号、反向书写，存下来和发出去都没有', async () => {
    let kept = 0;
    for (const name of [
      '../../etc/passwd.pdf',
      'C:\\windows\\执照.pdf',
      'a"\r\nset-cookie: x=1\r\n.pdf',
      '执照\u202Efdp.exe.pdf',
      '执照\u0000.pdf',
    ]) {
      const { begun, done, shown } = await send(name, await fileOf('pdf', '执照'));
      if (begun.statusCode === 422) continue;
      kept += 1;
      expect(done.name).toMatch(/\.pdf$/);
      expect(done.name).not.toMatch(/[/\\"\p{Cc}\p{Cf}]/u);
      expect(shown?.headers['set-cookie']).toBeUndefined();
      expect(String(shown?.headers['content-disposition'])).not.toMatch(/[\r\n]|\.\.\//);
    }
    expect(kept).toBeGreaterThan(2);
  });
});

test('没有一次是服务器自己出错', () => expect(at.faults).toEqual([]));

import fastify from 'fastify';
import { expect, test } from 'vitest';
import { BAD_REQUEST } from './fault-kind.ts';
import { answerFaults, HttpFault } from './http-fault.ts';

async function reportedFor(error: Error): Promise<string> {
  const reported: string[] = [];
  const app = fastify({ genReqId: () => 'r-1' });
  answerFaults(app, (text) => reported.push(text));
  app.get('/api/people/:person', () => {
    throw error;
  });
  await app.inject('/api/people/17?name=陈示例');
  await app.close();
  return reported.join('\n');
}

test('a fault is written down by its route, without ids and questions', async () => {
  const told = await reportedFor(new TypeError('no such thing'));
  expect(told).toMatch(/^r-1 GET \/api\/people\/:person: TypeError: no such thing\n {4}at /);
  expect(told).not.toContain('陈示例');
});

test('of a database error its code, constraint and place, not the value it names', async () => {
  const error = Object.assign(new Error('invalid input for "13800000000"\nsecond line'), {
    severity: 'ERROR',
    code: '22P02',
    constraint: 'account_login_key',
  });
  const told = await reportedFor(error);
  expect(told).toMatch(/^r-1 GET \S+: database error 22P02 account_login_key\n {4}at /);
  expect(told).not.toMatch(/1380|second line/);
});

test('whoever opens a file in his browser reads why not; a program gets JSON', async () => {
  const app = fastify({ genReqId: () => 'r-1' });
  answerFaults(app, () => {});
  const told = ['“<b>合同</b>.pdf”有密码', '“执照.pdf”打不开'];
  app.get('/api/book', () => {
    throw new HttpFault(
      BAD_REQUEST,
      { zh: '不能装订', en: 'no book' },
      {
        faults: told.map((message) => ({ path: 'papers', code: 'x', message, messageEn: '' })),
      },
    );
  });
  const opened = { accept: 'text/html,*/*', 'sec-fetch-mode': 'navigate' };
  const page = await app.inject({ url: '/api/book', headers: opened });
  expect([page.statusCode, page.headers['content-type']]).toEqual([
    400,
    'text/html; charset=utf-8',
  ]);
  expect(page.body).toContain('<p>不能装订</p>');
  expect(page.body).toContain(
    '<li>“&lt;b&gt;合同&lt;/b&gt;.pdf”有密码</li>\n<li>“执照.pdf”打不开</li>',
  );
  expect(page.body).toContain('r-1');
  for (const headers of [{}, { ...opened, 'sec-fetch-mode': 'cors' }, { accept: 'text/html' }]) {
    const json = await app.inject({ url: '/api/book', headers });
    expect(json.json()).toMatchObject({ message: '不能装订' });
  }
  await app.close();
});

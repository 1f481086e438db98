import fastify from 'fastify';
import { expect, test } from 'vitest';
import { answerFaults } from './http-fault.ts';

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

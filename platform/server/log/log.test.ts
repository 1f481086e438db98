import fastify from 'fastify';
import { expect, test } from 'vitest';
import { loggedBy, logRequests } from './log-requests.ts';
import { openLog } from './open-log.ts';

function lines() {
  const written: string[] = [];
  const to = { write: (line: string) => void written.push(line) };
  return { to, read: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('每个请求一行：编号、方法、路由、状态、毫秒；没有地址、参数、正文和饼干', async () => {
  const { to, read } = lines();
  const { logger } = openLog(to, 'info');
  const app = fastify({ ...loggedBy(logger), genReqId: () => 'r-1' });
  logRequests(app);
  app.post('/api/people/:person', (_request, reply) => reply.code(409).send({}));
  app.get('/assets/a.js', () => '');
  await app.inject({
    method: 'POST',
    url: '/api/people/17?phone=13800000000',
    headers: { cookie: 'session=secret' },
    payload: { name: '陈示例' },
    remoteAddress: '192.0.2.7',
  });
  await app.inject('/assets/a.js');
  await app.inject('/api/nowhere/17');
  await app.close();
  const common = { level: 'info', at: expect.stringMatching(/Z$/), ms: expect.any(Number) };
  const asked = { ...common, request: 'r-1' };
  expect(read()).toEqual([
    { ...asked, method: 'POST', route: '/api/people/:person', status: 409 },
    // What no route takes has no pattern; pages' own files aren't written down at this level.
    { ...asked, method: 'GET', route: '', status: 404 },
  ]);
});

test('库自己写的，请求和错误的内容也不带上', () => {
  const { to, read } = lines();
  const { logger } = openLog(to, 'info');
  const error = Object.assign(new Error('陈示例 13800000000'), { code: 'E_X' });
  logger.warn({ req: { url: '/api/people?phone=138' }, res: { headers: {} }, err: error }, 'kept');
  expect(read()).toEqual([
    { level: 'warn', at: expect.any(String), err: { name: 'Error', code: 'E_X' }, says: 'kept' },
  ]);
});

test('级别说了算，可以中途改', () => {
  const { to, read } = lines();
  const log = openLog(to, 'off');
  log.report('nobody hears');
  log.level('error');
  log.report('the disk is full');
  log.logger.info('not told');
  expect(read().map(({ says }) => says)).toEqual(['the disk is full']);
});

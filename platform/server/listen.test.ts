import fastify from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { listen, parsePort } from './listen.ts';

const opened: { close(): Promise<undefined> }[] = [];

function server() {
  const app = fastify();
  opened.push(app);
  return app;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((app) => app.close()));
});

test('a taken port gives the next free one, and it answers there', async () => {
  const first = await listen(server(), { host: '127.0.0.1', port: 0 });
  const app = server();
  app.get('/', async () => 'second');
  const second = await listen(app, { host: '127.0.0.1', port: first });
  expect(second).toBeGreaterThan(first);
  const answer = await fetch(`http://127.0.0.1:${second}/`);
  expect(await answer.text()).toBe('second');
});

test('any other reason is not taken for a busy port', async () => {
  const asked = { host: '192.0.2.1', port: 3000 };
  await expect(listen(server(), asked)).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
});

test('a port is a whole number up to 65535', () => {
  expect(parsePort('0')).toBe(0);
  expect(parsePort('65535')).toBe(65_535);
  for (const text of ['', '-1', '65536', '80a', '1e3', ' 80', '３０００']) {
    expect(() => parsePort(text), text).toThrow(RangeError);
  }
});

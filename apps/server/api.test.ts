import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { openGuide } from './open-guide.ts';
import { openPortalWithRoutes, type PortalOptions } from './portal.ts';

const GUIDE = join(import.meta.dirname, '../../guides/jiangsu-2022');
const pages = mkdtempSync(join(tmpdir(), 'fuchi-pages-'));
writeFileSync(join(pages, 'index.html'), '<title>扶持</title>');
const { guide, files } = await openGuide(GUIDE);
const opened: FastifyInstance[] = [];
const reported: string[] = [];

async function open(options: Partial<PortalOptions> = {}) {
  const report = (text: string) => void reported.push(text);
  const { portal, routes } = await openPortalWithRoutes({
    pages,
    guide,
    files,
    report,
    ...options,
  });
  opened.push(portal);
  await portal.ready();
  return { portal, routes: routes() };
}

interface Described {
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query';
    readonly example: string;
  }[];
  readonly requestBody?: {
    readonly content: {
      readonly 'application/json'?: {
        readonly examples: Readonly<Record<string, { value: unknown; 'x-status': number }>>;
      };
    };
  };
  readonly responses: Readonly<Record<string, object>>;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Described>>>>;

const { portal, routes } = await open({ rates: { ready: 10_000, answers: 10_000 } });
const document = (await portal.inject('/api/openapi.json')).json();
const paths: Paths = document.paths;
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({ path, method, described })),
);

const ajv = new Ajv2020({ strict: false });
ajv.addSchema({ ...document, $id: 'api' });

afterAll(async () => {
  await Promise.all(opened.map((app) => app.close()));
  rmSync(pages, { recursive: true });
});

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** What in an answer differs from its description; the description must have the status at all. */
function misdescribed(path: string, method: string, answer: LightMyRequestResponse): unknown {
  const described = paths[path]?.[method]?.responses[String(answer.statusCode)];
  if (!described) return `${answer.statusCode} isn't described`;
  const [type = ''] = String(answer.headers['content-type'] ?? '').split(';');
  if (type !== 'application/json' && answer.statusCode === 200) {
    return type in contentOf(described) ? null : `${type} isn't described`;
  }
  if (answer.statusCode === 304) return answer.body === '' ? null : 'a 304 has no body';
  const place = ['paths', path, method, 'responses', String(answer.statusCode)];
  const pointer = [...place, 'content', 'application/json', 'schema'].map(escaped).join('/');
  const validate = ajv.getSchema(`api#/${encodeURI(pointer)}`);
  if (!validate) return `${pointer} is no schema`;
  return validate(answer.json()) ? null : validate.errors;
}

function contentOf(response: object): object {
  return 'content' in response && typeof response.content === 'object'
    ? { ...response.content }
    : {};
}

/** An address with the parts of the examples, but those given. */
function urlOf(path: string, { parameters }: Described, parts: Record<string, string> = {}) {
  const told = parameters.map((p) => ({ ...p, text: parts[p.name] ?? p.example }));
  const url = told.reduce((text, p) => text.replace(`{${p.name}}`, p.text), path);
  const behind = told.filter((p) => p.in === 'query').map((p) => `${p.name}=${p.text}`);
  return behind.length === 0 ? url : `${url}?${behind.join('&')}`;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What an operation is sent that anything can come of: its first example, or a blank form's file. */
function payloadOf({ requestBody }: Described) {
  if (!requestBody) return {};
  const json = requestBody.content['application/json'];
  if (!json) return { headers: { 'content-type': XLSX }, payload: blankFile };
  const [example] = Object.values(json.examples);
  return {
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(example?.value ?? {}),
  };
}
const blankFile = (await portal.inject('/api/forms/1-1/blank.xlsx')).rawPayload;

test('the description is a valid one of OpenAPI 3.1', async () => {
  expect(document.openapi).toBe('3.1.1');
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

test('it describes every route of the interface, and nothing else', () => {
  const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  const served = routes
    .filter(({ url, method }) => url.startsWith('/api/') && /^(?:GET|POST)$/.test(method))
    .map(({ url, method }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
  expect(served.filter((route) => described.includes(route)).sort()).toEqual(described.sort());
  // What is left are the answers to wrong methods, on the same addresses.
  const rest = served.filter((route) => !described.includes(route));
  for (const route of rest) expect(Object.keys(paths)).toContain(route.split(' ')[1]);
});

describe.each(operations)('$method $path', ({ path, method, described }) => {
  const url = urlOf(path, described);
  const examples = Object.values(
    described.requestBody?.content['application/json']?.examples ?? {
      none: { value: undefined, 'x-status': 200 },
    },
  );

  test('its examples run, and what comes back is as described', async () => {
    for (const { value, 'x-status': status } of examples) {
      const json = { 'content-type': 'application/json' };
      const sent =
        value === undefined
          ? payloadOf(described)
          : { headers: json, payload: JSON.stringify(value) };
      const answer = await portal.inject({
        method: method === 'get' ? 'GET' : 'POST',
        url,
        ...sent,
      });
      expect(answer.statusCode).toBe(status);
      expect(misdescribed(path, method, answer)).toBeNull();
      expect(answer.headers['access-control-allow-origin']).toBe('*');
    }
  });

  test('a wrong method is told which is right, whatever it carries', async () => {
    const answer = await portal.inject({
      method: 'PUT',
      url,
      headers: { 'content-type': 'text/xml' },
      payload: '<a/>',
    });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toContain(method.toUpperCase());
    expect(misdescribed(path, method, answer)).toBeNull();
  });

  test("another site's page may ask, without its visitor's identity", async () => {
    const answer = await portal.inject({
      method: 'OPTIONS',
      url,
      headers: { origin: 'https://else.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['access-control-allow-methods']).toContain(method.toUpperCase());
    expect(answer.headers['access-control-allow-headers']).toContain('content-type');
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });
});

describe.each(operations.filter((o) => o.method === 'get'))('GET $path', ({ path, described }) => {
  test('what has not changed is not sent again', async () => {
    const url = urlOf(path, described);
    const { etag } = (await portal.inject(url)).headers;
    const again = await portal.inject({ url, headers: { 'if-none-match': String(etag) } });
    expect(again.statusCode).toBe(304);
    expect(misdescribed(path, 'get', again)).toBeNull();
  });
});

describe.each(operations.filter((o) => o.described.parameters.length > 0))(
  '$method $path',
  ({ path, method, described }) => {
    test('bad addresses are refused as described', async () => {
      const [{ name } = { name: '' }] = described.parameters;
      for (const [part, status] of [
        ['no-such-thing', 404],
        ['%E0%A4%A', 400],
        ['x'.repeat(2000), 414],
      ] as const) {
        const answer = await portal.inject({
          method: method === 'get' ? 'GET' : 'POST',
          url: urlOf(path, described, { [name]: part }),
          ...payloadOf(described),
        });
        expect(answer.statusCode).toBe(status);
        expect(misdescribed(path, method, answer)).toBeNull();
      }
    });
  },
);

describe('a file that is sent', () => {
  const path = '/api/forms/{form}/import';
  test.each([
    ['application/json', '{}', 415, 'wrong-upload'],
    ['text/plain', 'x', 415, 'wrong-upload'],
    [XLSX, 'x', 422, 'refused-file'],
    [XLSX, 'x'.repeat(1024 * 1024 + 1), 413, 'too-large'],
  ])('%s %# is refused as described', async (type, payload, status, code) => {
    const url = '/api/forms/1-1/import';
    const answer = await portal.inject({
      method: 'POST',
      url,
      headers: { 'content-type': type },
      payload,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(misdescribed(path, 'post', answer)).toBeNull();
  });
});

const takesJson = ({ described }: { described: Described }) =>
  described.requestBody?.content['application/json'] !== undefined;

describe.each(operations.filter((o) => o.method === 'post' && takesJson(o)))(
  'POST $path',
  ({ path, described }) => {
    test('bad bodies are refused as described', async () => {
      const url = urlOf(path, described);
      const json = 'application/json';
      for (const [type, payload, status] of [
        [json, '{', 400],
        [json, '', 400],
        [json, '{"facts":{"a":1e9}}', 400],
        [json, `{"facts":"${'a'.repeat(1024 * 1024)}"}`, 413],
        ['text/plain', '{"facts":{}}', 415],
        [json, '[]', 422],
        [json, '{"facts":{"没有":"1"},"asOf":"x"}', 422],
        [json, JSON.stringify({ facts: { 贷款: Array(501).fill({}) } }), 422],
      ] as const) {
        const answer = await portal.inject({
          method: 'POST',
          url,
          headers: { 'content-type': type },
          payload,
        });
        expect(answer.statusCode, payload.slice(0, 40)).toBe(status);
        expect(misdescribed(path, 'post', answer)).toBeNull();
        expect(answer.json().requestId).toBe(answer.headers['x-request-id']);
      }
    });
  },
);

test('a description that lies is found', async () => {
  const answer = await portal.inject('/api/lines');
  expect(misdescribed('/api/guide/version', 'get', answer)).not.toBeNull();
  const missing = await portal.inject('/api/lines/no-such-line');
  expect(misdescribed('/api/lines', 'get', missing)).toBe("404 isn't described");
});

test('the table of errors holds every code that came', () => {
  const codes = document['x-errors'].map((e: { code: string }) => e.code);
  for (const code of [
    'bad-json',
    'bad-input',
    'unknown-line',
    'too-much-told',
    'too-many-requests',
  ])
    expect(codes).toContain(code);
  expect(new Set(codes).size).toBe(codes.length);
});

describe('who may use what', () => {
  test('is decided for every route', () => {
    const open = routes.map(({ method, url, permission }) => `${permission} ${method} ${url}`);
    const api = [
      'GET /api/guide/version',
      'GET /api/lines',
      'GET /api/lines/:line',
      'GET /api/lines/:line/facts',
      'POST /api/lines/:line/assess',
      'POST /api/assess',
      'GET /api/guide',
      'GET /api/forms',
      'GET /api/forms/:form',
      'GET /api/forms/:form/blank.:as',
      'POST /api/forms/:form/check',
      'POST /api/forms/:form/document',
      'POST /api/forms/:form/import',
      'POST /api/forms/documents',
      'GET /api/openapi.json',
    ];
    const others = (route: string) => {
      const [method, url] = route.split(' ');
      const wrong = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (m) => m !== method && !(method === 'GET' && m === 'HEAD'),
      );
      const head = method === 'GET' ? [`public HEAD ${url}`] : [];
      return [
        `public ${route}`,
        ...head,
        `public ${wrong.join(' ')} ${url}`,
        `public OPTIONS ${url}`,
      ];
    };
    const files = [
      'public GET /',
      'public HEAD /',
      'public HEAD GET /index.html',
      'public GET /health',
      'public HEAD /health',
    ];
    expect([...new Set(open)].sort()).toEqual([...api.flatMap(others), ...files].sort());
  });

  test('a route for which nobody decided keeps the server from starting', async () => {
    const { portal } = await openPortalWithRoutes({ pages, guide, files, report: () => undefined });
    portal.get('/api/forgotten', async () => 'secret');
    await expect(portal.ready()).rejects.toThrow('who may use GET /api/forgotten');
  });
});

describe('limits', () => {
  const assess = { method: 'POST', url: '/api/assess', payload: { facts: {} } } as const;

  test('a client that asks too often is told to wait; another is answered', async () => {
    const { portal } = await open({ rates: { ready: 2, answers: 1 } });
    const from = (remoteAddress: string) => portal.inject({ url: '/api/lines', remoteAddress });
    expect((await from('192.0.2.1')).headers['x-ratelimit-remaining']).toBe('1');
    await from('192.0.2.1');
    const refused = await from('192.0.2.1');
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json().message).toMatch(/^请求过于频繁，每分钟最多2次，请\d+秒后再试$/);
    expect(misdescribed('/api/lines', 'get', refused)).toBeNull();
    expect((await from('192.0.2.2')).statusCode).toBe(200);
    // The pages are never refused.
    expect((await portal.inject({ url: '/', remoteAddress: '192.0.2.1' })).statusCode).toBe(200);
  });

  test('assessments are counted by themselves, over all lines together', async () => {
    const { portal } = await open({ rates: { ready: 100, answers: 1 } });
    const one = { ...assess, url: '/api/lines/tech-upgrade/assess' };
    expect((await portal.inject(one)).statusCode).toBe(200);
    expect((await portal.inject(assess)).statusCode).toBe(429);
    expect((await portal.inject('/api/lines')).statusCode).toBe(200);
  });

  test('an IPv6 client counts by its network', async () => {
    const { portal } = await open({ rates: { ready: 1, answers: 1 } });
    const from = async (remoteAddress: string) =>
      (await portal.inject({ url: '/api/lines', remoteAddress })).statusCode;
    expect(await from('2001:db8:1:2::1')).toBe(200);
    expect(await from('2001:db8:1:2::2')).toBe(429);
    expect(await from('2001:db8:1:3::1')).toBe(200);
  });

  test("a client's own word on who it is counts for nothing, a named proxy's does", async () => {
    const ask = async (portal: FastifyInstance, forwarded: string) =>
      (
        await portal.inject({
          url: '/api/lines',
          remoteAddress: '192.0.2.1',
          headers: { 'x-forwarded-for': forwarded },
        })
      ).statusCode;
    const rates = { ready: 1, answers: 1 };
    const plain = (await open({ rates })).portal;
    expect([await ask(plain, '203.0.113.1'), await ask(plain, '203.0.113.2')]).toEqual([200, 429]);
    const behind = (await open({ rates, trustedProxies: ['192.0.2.0/24'] })).portal;
    expect([await ask(behind, '203.0.113.1'), await ask(behind, '203.0.113.2')]).toEqual([
      200, 200,
    ]);
    expect(await ask(behind, '203.0.113.1')).toBe(429);
  });

  test('a request must arrive in time, and an idle connection is closed', () => {
    const { requestTimeout, headersTimeout } = portal.server;
    expect(requestTimeout).toBe(30_000);
    // Otherwise Node swaps the two.
    expect(headersTimeout).toBeLessThan(requestTimeout);
    expect(portal.server.timeout).toBe(60_000);
  });
});

test('none of this was a fault of ours', () => expect(reported).toEqual([]));

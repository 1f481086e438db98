import { describe, expect, test } from 'vitest';
import { curlCommand } from './curl-command.ts';
import { filledPath } from './filled-path.ts';
import { prettyJson } from './pretty-json.ts';
import { fieldsOf } from './schema-field.ts';

describe('the curl command', () => {
  test('asks for what needs no body', () => {
    const url = 'http://127.0.0.1:3000/api/lines';
    expect(curlCommand({ method: 'GET', url, body: undefined })).toBe(`curl '${url}'`);
  });

  test('sends a file, and saves one', () => {
    const request = { method: 'POST', url: 'http://x/', body: undefined, saves: true };
    expect(curlCommand({ ...request, upload: 'application/zip' }).split(' \\\n')).toEqual([
      `curl -X POST 'http://x/'`,
      `  -H 'content-type: application/zip'`,
      '  --data-binary @FILE.xlsx',
      '  -OJ',
    ]);
  });

  test('a quotation mark in the body breaks nothing', () => {
    expect(curlCommand({ method: 'POST', url: 'http://x/', body: `{"a":"it's"}` })).toBe(
      [
        `curl -X POST 'http://x/' \\`,
        `  -H 'content-type: application/json' \\`,
        `  --data-binary '{"a":"it'\\''s"}'`,
      ].join('\n'),
    );
  });
});

test('what is filled in stays one part of the address', () => {
  const parameter = { description: '', example: '' };
  const line = { ...parameter, name: 'line', in: 'path' } as const;
  const as = { ...parameter, name: 'as', in: 'query' } as const;
  const parts = { line: '../a?b', as: 'pdf&x' };
  expect(filledPath('/api/lines/{line}/facts', [line], parts)).toBe('/api/lines/..%2Fa%3Fb/facts');
  expect(filledPath('/api/lines/{line}', [line, as], parts)).toBe(
    '/api/lines/..%2Fa%3Fb?as=pdf%26x',
  );
});

test('an answer is set out, a long one is cut, one that is no JSON is left alone', () => {
  expect(prettyJson('{"a":1}')).toMatchObject({ shown: '{\n  "a": 1\n}', cut: false });
  expect(prettyJson('<html>')).toMatchObject({ shown: '<html>', cut: false });
  const long = prettyJson(JSON.stringify('x'.repeat(100_000)));
  expect([long.shown.length, long.whole.length, long.cut]).toEqual([60_000, 100_002, true]);
});

test('fields are told with those within them, and a schema within itself ends', () => {
  const fact = {
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'string', description: '编号' },
      columns: { type: 'array', items: { $ref: '#/components/schemas/Fact' } },
    },
  };
  const fields = fieldsOf(
    { type: 'array', items: { $ref: '#/components/schemas/Fact' } },
    { Fact: fact },
  );
  expect(fields.map((f) => `${f.path} ${f.type} ${f.required}`)).toEqual([
    '[].id 文本 true',
    '[].columns 对象的列表 false',
    '[].columns[].id 文本 true',
    '[].columns[].columns 对象的列表 false',
    '[].columns[].columns[].id 文本 true',
    '[].columns[].columns[].columns 对象的列表 false',
  ]);
});

test.each([
  [{ type: ['string', 'null'] }, '文本或无'],
  [
    { anyOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string' } }] },
    '是否或文本的列表',
  ],
  [{ type: 'string', enum: ['default', 'other'] }, 'default、other'],
  [{}, '任意'],
])('%j is named %s', (schema, type) => {
  expect(fieldsOf({ type: 'object', properties: { a: schema } }, {})[0]?.type).toBe(type);
});

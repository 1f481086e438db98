import { filledForm } from '@fuchi/documents/form/filled-form.fixture';
import { zipEntries } from '@fuchi/documents/workbook/zip-entries';
import { blankFilling, type Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { faultReply } from '@fuchi/platform-server/api/fault-reply';
import { operationsOf } from '@fuchi/platform-server/api/operations';
import { commandGuide } from '@fuchi/platform-server/command-guide';
import { pdfService } from '@fuchi/platform-server/documents/pdf-service';
import { answerFaults } from '@fuchi/platform-server/http-fault';
import { readJsonBodies } from '@fuchi/platform-server/json-body';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkReply, formReply, importReply } from './contract.ts';
import { FILE_KINDS } from './form-file.ts';
import { formRoutes } from './http.ts';
import { type FormTask, formAnswering } from './http-answer.ts';

const checked = await commandGuide(undefined);
const answer = formAnswering(checked, pdfService());
const asked: FormTask[] = [];
const reported: string[] = [];
let app: FastifyInstance;

beforeAll(() => {
  app = fastify({ bodyLimit: 1024 * 1024 });
  answerFaults(app, (text) => reported.push(text));
  readJsonBodies(app);
  const free = async () => undefined;
  formRoutes(operationsOf(app, { ready: free, answers: free }), checked, (task) => {
    asked.push(task);
    return answer(task);
  });
});
afterAll(() => app.close());

function formOf(id: string): Form {
  const found = checked.guide.forms.find((f) => f.id === id);
  if (!found) throw new Error(`no form ${id}`);
  return found;
}

const post = (path: string, payload: object) =>
  app.inject({ method: 'POST', url: `/api/forms/${path}`, payload });
const upload = (id: string, payload: Buffer, type: string = FILE_KINDS.xlsx) =>
  app.inject({
    method: 'POST',
    url: `/api/forms/${id}/import`,
    headers: { 'content-type': type },
    payload,
  });
const told = (reply: LightMyRequestResponse) => {
  const fault = faultReply.parse(reply.json());
  return [reply.statusCode, fault.code, fault.message];
};

test('forms are listed and told, those there are', async () => {
  const list = (await app.inject('/api/forms')).json();
  expect(list).toHaveLength(23);
  expect(list[7]).toMatchObject({ id: '1-8', lines: ['industrial-security'] });
  const form = formReply.parse((await app.inject('/api/forms/1-8')).json());
  expect(form.grouping?.kinds).toHaveLength(4);
  expect(told(await app.inject('/api/forms/1-99'))).toEqual([
    404,
    'unknown-form',
    '指南中没有“1-99”这张申报表',
  ]);
});

describe('a blank form', () => {
  test.each(Object.entries(FILE_KINDS))('as %s is made once and then kept', async (as, type) => {
    const url = `/api/forms/1-8/blank.${as}`;
    const before = asked.length;
    const [first, second] = await Promise.all([app.inject(url), app.inject(url)]);
    expect(asked.length).toBe(before + 1);
    expect(first.statusCode).toBe(200);
    expect(first.headers['content-type']).toBe(type);
    expect(first.headers['content-disposition']).toBe(
      `attachment; filename="1-8.${as}"; filename*=UTF-8''${encodeURIComponent(`附件1-8 工业互联网安全项目绩效目标申报表.${as}`)}`,
    );
    expect(second.rawPayload).toEqual(first.rawPayload);
    const again = await app.inject({
      url,
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
  });
  test('of another kind isn’t there', async () => {
    expect(told(await app.inject('/api/forms/1-8/blank.doc'))).toEqual([
      404,
      'unknown-file-kind',
      '文件只有 docx、xlsx、pdf 三种',
    ]);
  });
});

describe('what is filled in', () => {
  test('is checked, and held against the application’s facts', async () => {
    const filling = { targets: { 项目总投入: '31000', 优良品率: '101' } };
    const reply = await post('1-2/check', {
      filling: { targets: { 项目总投入: '31000' } },
      facts: { 项目总投入: '3.2亿元' },
    });
    const faults = checkReply.parse(reply.json()).findings.filter((f) => f.severity === 'fault');
    expect(faults.map((f) => [f.path, f.code])).toEqual([
      ['/targets/项目总投入/0/value', 'fact-differs'],
    ]);
    const plain = checkReply.parse((await post('1-1/check', { filling })).json());
    expect(plain.findings.filter((f) => f.severity === 'fault').map((f) => f.label)).toEqual([
      '优良品率（%）',
    ]);
    expect(plain.filled).toBe(2);
  });

  test('of another form or with other facts is refused with every fault', async () => {
    const reply = await post('1-1/check', {
      filling: { form: '1-2', targets: { 没有: '1' } },
      facts: { 没有: '1' },
    });
    const { code, faults } = faultReply.parse(reply.json());
    expect([reply.statusCode, code]).toEqual([422, 'bad-input']);
    expect(faults?.map((f) => [f.path, f.code])).toEqual([
      ['filling.form', 'other-form'],
      ['filling.targets.没有', 'name-unknown'],
      ['facts.没有', 'input-unknown-fact'],
    ]);
  });

  test.each(Object.entries(FILE_KINDS))('comes as %s', async (as, type) => {
    const reply = await post(`1-20/document?as=${as}`, { filling: filledForm(formOf('1-20')) });
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, type]);
    expect(reply.rawPayload.length).toBeGreaterThan(3000);
  });

  test('with a character that can’t be printed, or as nothing known, doesn’t', async () => {
    const filling = { header: { 项目名称: '示例😀' } };
    const odd = await post('1-1/document?as=pdf', { filling });
    expect(told(odd)).toEqual([
      422,
      'refused-file',
      expect.stringMatching(/^PDF 的字体里没有这些字：“😀”/u),
    ]);
    expect(told(await post('1-1/document', { filling }))[1]).toBe('unknown-file-kind');
    expect(told(await post('1-1/document?as=pdf&as=docx', { filling }))[1]).toBe(
      'unknown-file-kind',
    );
  });
});

describe('a file that is sent', () => {
  const sent = async (filling: Filling) =>
    (await post(`${filling.form}/document?as=xlsx`, { filling })).rawPayload;

  test('comes back as what was filled in', async () => {
    const filling = filledForm(formOf('1-17'));
    const reply = await upload('1-17', await sent(filling));
    const read = importReply.parse(reply.json());
    expect(read.filling).toEqual(filling);
    expect(read.faults).toEqual([]);
    expect(read.check.filled).toBeGreaterThan(5);
  });

  test('of another form is refused by name; a broken one, and one of another type, in a sentence', async () => {
    const other = await sent(blankFilling('1-1'));
    expect(told(await upload('1-8', other))).toEqual([
      422,
      'refused-file',
      '文件是附件1-1，这里要的是附件1-8。打开对应的申报表上传，或者换一个文件',
    ]);
    expect(told(await upload('1-1', other.subarray(0, 4000)))[2]).toMatch(
      /^文件不完整或已经损坏。/u,
    );
    expect(told(await upload('1-1', Buffer.alloc(0)))[2]).toMatch(/^文件是空的。/u);
    expect(told(await upload('1-1', other, 'application/zip')).slice(0, 2)).toEqual([
      415,
      'wrong-upload',
    ]);
    expect(told(await upload('1-1', other, 'application/json')).slice(0, 2)).toEqual([
      415,
      'wrong-upload',
    ]);
    expect(told(await upload('1-1', Buffer.alloc(1024 * 1024 + 1))).slice(0, 2)).toEqual([
      413,
      'too-large',
    ]);
    expect(told(await upload('1-99', other))[1]).toBe('unknown-form');
  });
});

test('many forms come as one zip; one that can’t be made says why', async () => {
  const filling = filledForm(formOf('1-20'));
  const reply = await post('documents', {
    as: 'pdf',
    forms: [
      { filling },
      { filling: { form: '1-20', header: { 项目名称: '😀' } } },
      { filling: { form: '1-1', 错: '' } },
    ],
  });
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/zip']);
  const zip = zipEntries(reply.rawPayload, { entries: 9, entry: 1e7, total: 1e7 });
  const title = '附件1-20 集群发展促进机构培育项目绩效目标申报表';
  expect(zip.names).toEqual([
    `${title}.pdf`,
    `${title}.txt`,
    expect.stringMatching(/^附件1-1 .*\.txt$/u),
  ]);
  const content = (name: string) => Buffer.from(zip.read(name) ?? []);
  expect(content(`${title}.pdf`).toString('latin1', 0, 4)).toBe('%PDF');
  expect(content(`${title}.txt`).toString()).toMatch(/^没有生成：PDF 的字体里没有这些字/u);
  expect(content(zip.names[2] ?? '').toString()).toContain('filling.错：这张表没有“错”');
  const missing = await post('documents', { as: 'pdf', forms: [{ filling: {} }] });
  expect(told(missing)[1]).toBe('unknown-form');
});

test('none of this was a fault of ours', () => expect(reported).toEqual([]));

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  type FormOutcome,
  type FormTask,
  formAnswering,
} from '@fuchi/performance-form/http-answer';
import { workerPool } from '@fuchi/platform-server/answering/worker-pool';
import { pdfService } from '@fuchi/platform-server/documents/pdf-service';
import { ANSWERS_WAITING } from '@fuchi/platform-server/limits';
import { afterAll, expect, test } from 'vitest';
import { openFormWorkers } from './form-workers.ts';
import { openGuide } from './open-guide.ts';
import { openPortal } from './portal.ts';

const STUCK = new URL('./stuck.fixture.mjs', import.meta.url);
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const { guide, files } = await openGuide(join(import.meta.dirname, '../../guides/jiangsu-2022'));
const pages = mkdtempSync(join(tmpdir(), 'fuchi-pages-'));
writeFileSync(join(pages, 'index.html'), '<title>扶持</title>');
afterAll(() => rmSync(pages, { recursive: true }));

test('threads work out what is worked out in place, byte for byte', async () => {
  const workers = openFormWorkers(guide, () => undefined);
  const here = formAnswering(guide, pdfService());
  const asking = { client: 'a', signal: new AbortController().signal };
  const filling = { form: '1-8', header: { 项目名称: '示例项目' } };
  const file = { kind: 'file', form: '1-8', filling } as const;
  const xlsx = await here({ ...file, as: 'xlsx' });
  const bytes = xlsx.kind === 'file' ? xlsx.bytes : new Uint8Array();
  const tasks: FormTask[] = [
    { ...file, as: 'docx' },
    { ...file, as: 'xlsx' },
    { ...file, as: 'pdf' },
    { kind: 'check', form: '1-8', request: { filling } },
    { kind: 'check', form: '1-8', request: { filling: { 没有: '' } } },
    { kind: 'import', form: '1-8', bytes },
    { kind: 'import', form: '1-1', bytes },
  ];
  // Bytes come from a thread as bytes, whatever class they had there.
  const plain = (outcome: FormOutcome) =>
    outcome.kind === 'file' ? { ...outcome, bytes: Buffer.from(outcome.bytes) } : outcome;
  for (const task of tasks) {
    expect(plain(await workers.ask(task, asking))).toEqual(plain(await here(task)));
  }
  await workers.close();
});

test('a file that never ends is ended, and holds up nothing that lies ready', async () => {
  const reports: string[] = [];
  const report = (text: string) => void reports.push(text);
  const formWorkers = workerPool<FormTask, FormOutcome>({
    start: () => new Worker(STUCK),
    size: 2,
    timeLimit: 1_000,
    waitLimit: 2 ** 31 - 1,
    waiting: ANSWERS_WAITING,
    advice: { zh: '请重新下载表格再填', en: 'Download the form anew' },
    report,
  });
  const portal = await openPortal({ pages, guide, files, report, formWorkers });
  const hostile = portal.inject({
    method: 'POST',
    url: '/api/forms/1-1/import',
    headers: { 'content-type': XLSX },
    payload: Buffer.from('PK'),
  });
  const meanwhile = await Promise.all(
    ['/api/forms', '/api/forms/1-1', '/api/lines', '/'].map((url) => portal.inject(url)),
  );
  expect(meanwhile.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200]);
  const answer = await hostile;
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'too-costly']);
  expect(answer.json().message).toBe('这个请求计算量过大，1秒内算不出来。请重新下载表格再填');
  await portal.close();
});

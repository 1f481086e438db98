import { zipNames } from '@fuchi/documents/zip/zip-name';
import { type ZipFile, zipStream } from '@fuchi/documents/zip/zip-stream';
import type { Form } from '@fuchi/guide/form';
import type { Asking } from '@fuchi/platform-server/answering/worker-pool';
import type { Limit } from '@fuchi/platform-server/api/api-document';
import type { Operations } from '@fuchi/platform-server/api/operations';
import { badInputOf } from '@fuchi/platform-server/api/read-body';
import type { FileAnswer } from '@fuchi/platform-server/api/send-file';
import { REFUSED_FILE } from '@fuchi/platform-server/fault-kind';
import { HttpFault, type NamedFault } from '@fuchi/platform-server/http-fault';
import { FORM_TIME } from '@fuchi/platform-server/limits';
import { type SteadyJson, steadyJson } from '@fuchi/platform-server/steady-json';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { type FormsRequest, MOST_FORMS } from './contract.ts';
import { fileName } from './file-name.ts';
import { formDetail, formHead } from './form-detail.ts';
import { FILE_KINDS, type FileKind, isFileKind } from './form-file.ts';
import type { FormOutcome, FormTask } from './http-answer.ts';
import { formOperations, UNKNOWN_FILE_KIND, UNKNOWN_FORM } from './http-operations.ts';

/** What bounds a form's files, besides what bounds any request. */
export const FORM_LIMITS: readonly Limit[] = [
  {
    name: { zh: '一次生成的申报表', en: 'Forms made at once' },
    value: { zh: `最多${MOST_FORMS}张`, en: `at most ${MOST_FORMS}` },
  },
  {
    name: { zh: '处理一张申报表的时间', en: 'Time to work on one form' },
    value: { zh: `最多${FORM_TIME / 1000}秒`, en: `at most ${FORM_TIME / 1000} s` },
  },
];

type Params = Readonly<Record<string, string>>;
/** Has something worked out of a form, in a thread of its own. */
export type AskForm = (task: FormTask, asking: Asking) => Promise<FormOutcome>;

/** The routes by which pages and programs ask about a guide's forms. Nothing that is sent is kept. */
export function formRoutes(operations: Operations, checked: CheckedGuide, ask: AskForm): void {
  const { guide } = checked;
  const o = formOperations(guide);
  const heads = steadyJson(JSON.stringify(guide.forms.map((form) => formHead(guide, form))));
  const details = new Map<string, SteadyJson>();
  const blanks = new Map<string, Promise<FileAnswer>>();
  const formOf = (id = '') => knownForm(guide.forms, id);

  operations.steady(o.list, () => heads);
  operations.steady(o.form, (params) => {
    const form = formOf(params['form']);
    const json = details.get(form.id) ?? steadyJson(JSON.stringify(formDetail(guide, form)));
    details.set(form.id, json);
    return json;
  });
  operations.file(o.blank, async (params, { client }) => {
    const form = formOf(params['form']);
    const as = kindOf(params);
    const key = `${form.id}.${as}`;
    const kept = blanks.get(key);
    if (kept) return await kept;
    const task = { kind: 'file', form: form.id, filling: undefined, as } as const;
    // Whoever asks meanwhile waits for the same: it is made though the first one leaves.
    const signal = new AbortController().signal;
    const made = ask(task, { client, signal }).then((outcome) => fileOf(form, as, outcome));
    blanks.set(key, made);
    // What could not be made now may be made the next time.
    made.catch(() => blanks.delete(key));
    return await made;
  });
  operations.answer(o.check, async (params, request, asking) => {
    const form = formOf(params['form']);
    return jsonOf(await ask({ kind: 'check', form: form.id, request }, asking));
  });
  operations.fileOf(o.document, async (params, { filling }, asking) => {
    const form = formOf(params['form']);
    const as = kindOf(params);
    return fileOf(form, as, await ask({ kind: 'file', form: form.id, filling, as }, asking));
  });
  operations.upload(o.import, async (params, bytes, asking) => {
    const form = formOf(params['form']);
    return jsonOf(await ask({ kind: 'import', form: form.id, bytes }, asking));
  });
  operations.fileOf(o.documents, async (_params, request, asking) => {
    const forms = request.forms.map(({ filling }) => formOf(String(filling['form'] ?? '')));
    return {
      type: 'application/zip',
      name: '绩效目标申报表.zip',
      content: zipStream(filesOf(request, forms, ask, asking)),
    };
  });
}

function knownForm(forms: readonly Form[], id: string): Form {
  const form = forms.find((each) => each.id === id);
  if (form) return form;
  throw new HttpFault(UNKNOWN_FORM, {
    zh: `指南中没有“${id.slice(0, 60)}”这张申报表`,
    en: `The guide has no form “${id.slice(0, 60)}”`,
  });
}

function kindOf(params: Params): FileKind {
  const as = params['as'] ?? '';
  if (isFileKind(as)) return as;
  throw new HttpFault(UNKNOWN_FILE_KIND);
}

function fileOf(form: Form, as: FileKind, outcome: FormOutcome): FileAnswer {
  if (outcome.kind !== 'file') throw refusalOf(outcome);
  return { type: FILE_KINDS[as], name: fileName(form, as), content: outcome.bytes };
}

function jsonOf(outcome: FormOutcome): string {
  if (outcome.kind !== 'json') throw refusalOf(outcome);
  return outcome.json;
}

function refusalOf(outcome: FormOutcome): Error {
  if (outcome.kind === 'faults') return badInputOf(outcome.count, outcome.faults);
  if (outcome.kind !== 'refused') return new Error(`an outcome of another kind: ${outcome.kind}`);
  const { fault } = outcome;
  const wording = { zh: sentences(fault), en: fault.messageEn };
  return new HttpFault(REFUSED_FILE, wording, { faults: [fault] });
}

function sentences({ message, fix }: NamedFault): string {
  return fix === undefined ? message : `${message}。${fix}`;
}

/** Made one after another, as fast as they are taken. */
async function* filesOf(
  { as, forms: asked }: FormsRequest,
  forms: readonly Form[],
  ask: AskForm,
  asking: Asking,
): AsyncGenerator<ZipFile> {
  const name = zipNames();
  for (const [i, form] of forms.entries()) {
    const filling = asked[i]?.filling;
    const title = `附件${form.id} ${form.title.join('')}`;
    const outcome = await ask({ kind: 'file', form: form.id, filling, as }, asking);
    if (outcome.kind === 'file') yield { name: name(title, as), bytes: outcome.bytes };
    else yield { name: name(title, 'txt'), bytes: new TextEncoder().encode(whyNot(outcome)) };
  }
}

function whyNot(outcome: FormOutcome): string {
  if (outcome.kind === 'refused') return `没有生成：${sentences(outcome.fault)}。\n`;
  const faults = outcome.kind === 'faults' ? outcome.faults : [];
  return ['没有生成：', ...faults.map((f) => `${f.path}：${sentences(f)}`), ''].join('\n');
}

import { pathText, readAddress } from '@fuchi/forms/field-address';
import { fieldLabel } from '@fuchi/forms/field-label';
import { blankFilling, type Filling } from '@fuchi/forms/filling';
import type { FillingFault } from '@fuchi/forms/read/filling-fault';
import { readFilling } from '@fuchi/forms/read/read-filling';
import type { SheetFault } from '@fuchi/forms/read/read-sheet';
import type { Form } from '@fuchi/guide/form';
import type { PdfService } from '@fuchi/platform-server/documents/pdf-service';
import type { NamedFault } from '@fuchi/platform-server/http-fault';
import { FAULTS_TOLD } from '@fuchi/platform-server/limits';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { InputFault } from '@fuchi/policy/facts/given';
import { sentenceOf } from '@fuchi/policy/sentence/sentence';
import type { CheckReply, FormRequest, ImportReply } from './contract.ts';
import { formEnglish } from './form-english.ts';
import { type FileKind, formFile, unprintableText } from './form-file.ts';
import { importSentence } from './import/import-sentence.ts';
import { identityOf, importWorkbook } from './import/import-workbook.ts';
import { judgeFilling, statedFigures } from './judge-filling.ts';

/** What is worked out of a form, in a thread of its own: it can be sent to one. */
export type FormTask =
  | { readonly kind: 'check'; readonly form: string; readonly request: FormRequest }
  | { readonly kind: 'import'; readonly form: string; readonly bytes: Uint8Array }
  /** `filling` as it came; undefined for the blank form. */
  | {
      readonly kind: 'file';
      readonly form: string;
      readonly filling: unknown;
      readonly as: FileKind;
    };

export type FormOutcome =
  /** The reply written out. */
  | { readonly kind: 'json'; readonly json: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  /** What is wrong with the input: how much, and the first of it. */
  | { readonly kind: 'faults'; readonly count: number; readonly faults: readonly NamedFault[] }
  /** A file that can't be used, or a document that can't be made. */
  | { readonly kind: 'refused'; readonly fault: NamedFault };

/**
 * Works out what is asked of a guide's forms, one after another.
 * @throws for a form the guide hasn't: the route looks first
 * @example await formAnswering(checked, pdfService())({ kind: 'file', form: '1-8', filling: undefined, as: 'pdf' })
 */
export function formAnswering(
  checked: CheckedGuide,
  pdf: PdfService,
): (task: FormTask) => Promise<FormOutcome> {
  return async (task) => {
    const form = checked.guide.forms.find((each) => each.id === task.form);
    if (!form) throw new Error(`the guide has no form ${task.form}`);
    switch (task.kind) {
      case 'check':
        return checkOf(checked, form, task.request);
      case 'import':
        return importOf(checked, form, task.bytes);
      case 'file':
        return await written(checked, form, task.filling, task.as, pdf);
    }
  };
}

function checkOf(checked: CheckedGuide, form: Form, request: FormRequest): FormOutcome {
  const { filling, faults } = readFilling(form, request.filling);
  const stated = statedFigures(checked, form, request.line, request.facts);
  const all = [...faults.map(ofFilling), ...stated.faults.map(ofFacts)];
  if (all.length > 0) return faultsOf(all);
  const reply: CheckReply = judgeFilling(checked, form, filling, stated.figures);
  return { kind: 'json', json: JSON.stringify(reply) };
}

function importOf(checked: CheckedGuide, form: Form, bytes: Uint8Array): FormOutcome {
  const read = importWorkbook(form, identityOf(checked.guide, form), bytes);
  if (!read.ok) return { kind: 'refused', fault: named('', read.code, read.facts) };
  const reply: ImportReply = {
    filling: read.filling,
    faults: read.faults.map((fault) => ofCell(form, fault)),
    check: judgeFilling(checked, form, read.filling, new Map()),
  };
  return { kind: 'json', json: JSON.stringify(reply) };
}

async function written(
  checked: CheckedGuide,
  form: Form,
  input: unknown,
  as: FileKind,
  pdf: PdfService,
): Promise<FormOutcome> {
  const blank: { filling: Filling; faults: readonly FillingFault[] } = {
    filling: blankFilling(form.id),
    faults: [],
  };
  const { filling, faults } = input === undefined ? blank : readFilling(form, input);
  if (faults.length > 0) return faultsOf(faults.map(ofFilling));
  const file = await formFile(as, checked.guide, form, filling, pdf);
  if (file.ok) return { kind: 'file', bytes: file.bytes };
  const codes = file.characters.map((c) => c.code).join(', ');
  return {
    kind: 'refused',
    fault: {
      path: 'filling',
      code: 'unprintable',
      message: unprintableText(file.characters),
      messageEn: `No face of the PDF has these characters: ${codes}`,
    },
  };
}

function faultsOf(faults: readonly NamedFault[]): FormOutcome {
  return { kind: 'faults', count: faults.length, faults: faults.slice(0, FAULTS_TOLD) };
}

function ofFilling({ path, code, facts }: FillingFault): NamedFault {
  return named(['filling', ...path].join('.'), code, facts);
}

function named(path: string, code: string, facts: FillingFault['facts']): NamedFault {
  const { message, fix } = importSentence(code, facts);
  return { path, code, message, messageEn: formEnglish(code), ...(fix !== '' && { fix }) };
}

function ofFacts({ path, code, facts }: InputFault): NamedFault {
  const { message, fix } = sentenceOf(code, facts);
  const messageEn = formEnglish(code);
  return { path: `facts.${path}`, code, message, messageEn, ...(fix !== '' && { fix }) };
}

function ofCell(
  form: Form,
  { cell, path, code, facts }: SheetFault,
): ImportReply['faults'][number] {
  const text = path.length === 0 ? '' : pathText(path);
  const where = readAddress(text);
  const label = where ? fieldLabel(form, where) : '';
  return { cell, path: text, code, label, ...importSentence(code, facts) };
}

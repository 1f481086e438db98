import type { Guide } from '@fuchi/guide/guide';
import type {
  BodyOperation,
  Example,
  Operation,
  UploadOperation,
} from '@fuchi/platform-server/api/operation';
import { type FaultKind, REFUSED_FILE } from '@fuchi/platform-server/fault-kind';
import * as z from 'zod';
import {
  checkReply,
  type FormRequest,
  type FormsRequest,
  formHeadReply,
  formReply,
  formRequest,
  formsRequest,
  importReply,
} from './contract.ts';
import { FILE_KINDS } from './form-file.ts';

export const UNKNOWN_FORM: FaultKind = {
  status: 404,
  code: 'unknown-form',
  when: { zh: '指南中没有这张申报表', en: 'The guide has no such form' },
};
export const UNKNOWN_FILE_KIND: FaultKind = {
  status: 404,
  code: 'unknown-file-kind',
  when: { zh: '文件只有 docx、xlsx、pdf 三种', en: 'A form comes as docx, xlsx or pdf' },
};

const KINDS = { files: Object.values(FILE_KINDS) };
const GET = { method: 'GET', permission: 'public', tagged: true } as const;
const POST = { method: 'POST', permission: 'public', tagged: false } as const;

/** What the interface can be asked of a guide's forms. */
export function formOperations(guide: Guide) {
  const example = guide.forms[0]?.id ?? '';
  const form = {
    name: 'form',
    says: {
      zh: '申报表的编号，见 /api/forms',
      en: 'the number of a form, as /api/forms lists them',
    },
    example,
  };
  const as = {
    name: 'as',
    says: { zh: '文件的种类：docx、xlsx 或 pdf', en: 'the kind of file: docx, xlsx or pdf' },
    example: 'docx',
  };
  const filled = { form: example, header: Object.fromEntries(firstField(guide)) };
  const examples: readonly Example[] = [
    {
      name: 'partial',
      summary: { zh: '填了一部分', en: 'Partly filled in' },
      status: 200,
      body: { filling: filled },
    },
    {
      name: 'faulty',
      summary: { zh: '写错了（看错误说明）', en: 'Bad input (shows the errors)' },
      status: 422,
      body: { filling: { form: example, 没有这一项: '1' } },
    },
  ];
  return {
    list: {
      ...GET,
      id: 'listForms',
      path: '/api/forms',
      summary: { zh: '全部绩效目标申报表', en: 'All performance target forms' },
      says: {
        zh: '按附件编号列出：编号、名称、年度、使用它的项目类别。',
        en: 'By the number of their annex: number, title, year, lines that use it.',
      },
      params: [],
      faults: [],
      reply: z.array(formHeadReply),
    } satisfies Operation,
    form: {
      ...GET,
      id: 'getForm',
      path: '/api/forms/{form}',
      summary: { zh: '一张申报表', en: 'One form' },
      says: {
        zh: '表上印的各项：表头、目标、各级指标和它们的单位、选项、说明，以及填写的规则。',
        en: 'What the form prints: header, goals, indicators with units, choices and notes, and the rules of filling it in.',
      },
      params: [form],
      faults: [UNKNOWN_FORM],
      reply: formReply,
    } satisfies Operation,
    blank: {
      ...GET,
      id: 'getBlankForm',
      path: '/api/forms/{form}/blank.{as}',
      summary: { zh: '空白申报表', en: 'A blank form' },
      says: {
        zh: '空白的 Word、Excel 或 PDF。Excel 填好后可以上传读回。',
        en: 'The blank form as Word, Excel or PDF. The Excel file can be filled in and sent back.',
      },
      params: [form, as],
      faults: [UNKNOWN_FORM, UNKNOWN_FILE_KIND],
      reply: KINDS,
    } satisfies Operation,
    check: {
      ...POST,
      id: 'checkForm',
      path: '/api/forms/{form}/check',
      summary: { zh: '检查填写的内容', en: 'Check what is filled in' },
      says: {
        zh: '列出还缺什么、哪里不对、哪里请核对，各在哪一格；给了申报事实的，核对同一个数。',
        en: 'What is missing, what cannot be so, what should be looked at, each at its field; figures are compared with the facts given.',
      },
      params: [form],
      faults: [UNKNOWN_FORM],
      body: formRequest,
      examples,
      reply: checkReply,
    } satisfies BodyOperation<FormRequest>,
    document: {
      ...POST,
      id: 'makeFormDocument',
      path: '/api/forms/{form}/document',
      summary: { zh: '填好的申报表', en: 'A form filled in' },
      says: {
        zh: '按填写的内容生成 Word、Excel 或 PDF，不要求填完。不保存。',
        en: 'The form with what is filled in, complete or not, as Word, Excel or PDF. Nothing is kept.',
      },
      params: [form, { ...as, query: true }],
      faults: [UNKNOWN_FORM, UNKNOWN_FILE_KIND, REFUSED_FILE],
      body: formRequest,
      examples,
      reply: KINDS,
    } satisfies BodyOperation<FormRequest>,
    import: {
      ...POST,
      id: 'importForm',
      path: '/api/forms/{form}/import',
      summary: { zh: '读回填好的 Excel', en: 'Read back a filled Excel file' },
      says: {
        zh: '上传从这里下载、填好的 Excel：读回填写的内容，没有读入的按单元格列出。别的表、别的年度、别的指南版本的文件不收。不保存。',
        en: 'Send the Excel file that was downloaded here and filled in: what it holds, and what could not be read by cell. A file of another form, year or guide version is refused. Nothing is kept.',
      },
      params: [form],
      faults: [UNKNOWN_FORM],
      upload: FILE_KINDS.xlsx,
      reply: importReply,
    } satisfies UploadOperation,
    documents: {
      ...POST,
      id: 'makeFormDocuments',
      path: '/api/forms/documents',
      summary: { zh: '多张填好的申报表', en: 'Many forms filled in' },
      says: {
        zh: '多张申报表作为一个压缩包，边生成边发送。做不出来的一张，包里以同名的文字文件说明原因。',
        en: 'Many forms as one zip, sent as they are made. In place of one that cannot be made a text file says why.',
      },
      params: [],
      faults: [UNKNOWN_FORM],
      body: formsRequest,
      examples: [
        {
          name: 'two',
          summary: { zh: '两张表', en: 'Two forms' },
          status: 200,
          body: { as: 'docx', forms: [{ filling: filled }, { filling: filled }] },
        },
      ],
      reply: { files: ['application/zip'] },
    } satisfies BodyOperation<FormsRequest>,
  };
}

function firstField(guide: Guide): [string, string][] {
  const name = guide.forms[0]?.header.flat()[0]?.name;
  return name === undefined ? [] : [[name, '示例项目']];
}

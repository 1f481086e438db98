import { FORM_SENTENCES, formSentence } from '@fuchi/forms/sentence/sentence';
import type { Sentence, SentenceTable } from '@fuchi/policy/sentence/sentence-table';

/** Why a file isn't taken, and what is wrong with a cell of one that is. */
export const IMPORT_SENTENCES: SentenceTable = {
  'file-empty': () => ({ message: '文件是空的', fix: '选择填好的 Excel 文件' }),
  'file-too-large': () => ({ message: '文件太大', fix: '删去插入的图片和多余的工作表再上传' }),
  'file-other-kind': () => ({
    message: '这不是 Excel 文件（.xlsx）',
    fix: '上传从本页下载、填好的 Excel 文件；用别的软件打开过的，另存为 .xlsx',
  }),
  'file-word': () => ({
    message: '这是 Word 或 PPT 文件，不是 Excel 文件（.xlsx）',
    fix: '上传从本页下载、填好的 Excel 文件',
  }),
  'file-old-excel': () => ({
    message: '这是旧版 Excel 文件（.xls）',
    fix: '用 Excel 或 WPS 打开，另存为 .xlsx 再上传',
  }),
  'file-encrypted': () => ({ message: '文件加了密码，读不出来', fix: '取消密码再上传' }),
  'file-macros': () => ({
    message: '文件里有宏，不接收',
    fix: '另存为不带宏的 .xlsx，或者重新下载表格再填',
  }),
  'file-broken': () => ({
    message: '文件不完整或已经损坏',
    fix: '用 Excel 或 WPS 打开看看是否完好，重新保存后再上传',
  }),
  'file-swollen': () => ({
    message: '文件展开后太大，不接收',
    fix: '重新下载表格再填，不要插入图片和别的工作表',
  }),
  'file-too-many-rows': () => ({
    message: '表格的行数太多，不是申报表',
    fix: '重新下载表格再填，不要加行',
  }),
  'file-not-ours': () => ({
    message: '这个 Excel 文件不是从本系统下载的申报表',
    fix: '先下载这张表的 Excel，填好后再上传；内容可以复制过去',
  }),
  'file-other-guide': (said) => ({
    message: `文件是指南“${said('file')}”的申报表，这里是“${said('here')}”`,
    fix: '重新下载这份指南的表格再填',
  }),
  'file-other-year': (said) => ({
    message: `文件是${said('file')}的申报表，这里是${said('here')}`,
    fix: '重新下载这个年度的表格再填',
  }),
  'file-other-form': (said) => ({
    message: `文件是附件${said('file')}，这里要的是附件${said('here')}`,
    fix: '打开对应的申报表上传，或者换一个文件',
  }),
  'file-other-version': (said) => ({
    message:
      said('file') === said('here')
        ? `文件所依据的指南数据与现在的不同（版本同为${said('here')}）`
        : `文件所依据的指南数据是版本${said('file')}，现在是版本${said('here')}`,
    fix: '重新下载表格，把填好的内容复制过去',
  }),
  'cell-lost': (said) => ({
    message: `找不到“${said('name')}”这一格，没有读入`,
    fix: '所在的行或列可能被删去了；重新下载表格，把内容复制过去',
  }),
  'cell-formula': () => ({
    message: '这一格是公式，没有读入',
    fix: '直接写上内容；计算的结果可以复制后只粘贴数值',
  }),
  'cell-error': () => ({ message: '这一格是错误值，没有读入', fix: '直接写上内容' }),
  'cell-outside': (said) => ({
    message: `“${said('given')}”不在填写的格子里，没有读入`,
    fix: '写到表上留出的格子里；不要增加行列，也不要改动印好的字',
  }),
};

/**
 * The Chinese sentence of a refused file, or of a fault in one.
 * @throws for a code that is none
 * @example importSentence('file-other-form', { file: '1-2', here: '1-8' }).message // '文件是附件1-2，这里要的是附件1-8'
 */
export function importSentence(code: string, facts: Readonly<Record<string, string>>): Sentence {
  const make = Object.hasOwn(IMPORT_SENTENCES, code) ? IMPORT_SENTENCES[code] : undefined;
  if (make) return make((name) => facts[name] ?? '');
  if (Object.hasOwn(FORM_SENTENCES, code)) return formSentence(code, facts);
  throw new RangeError(`no sentence for ${code}`);
}

import {
  endingsFor,
  FILE_TYPES,
  isFileType,
  typesInWords,
  UPLOAD_PURPOSES,
  type UploadPurpose,
} from './contract-purpose.ts';
import { endingOf } from './file-name.ts';
import type { BeginRefused } from './upload.ts';
import type { ConsumeRefused, PartRefused } from './upload-store.ts';

const MB = 1024 * 1024;

/** Why an upload doesn't begin. */
export function beginRefusedText(refused: BeginRefused): string {
  switch (refused.code) {
    case 'no-name':
      return '文件没有可用的名称，请改名后再上传';
    case 'wrong-ending': {
      const { purpose, ending } = refused;
      const now =
        ending === '' ? '这个文件没有扩展名' : `不收“.${ending}”文件${otherwise(refused)}`;
      return `${now}。${UPLOAD_PURPOSES[purpose].name}可传${typesInWords(purpose)}`;
    }
    case 'too-large':
      return `${UPLOAD_PURPOSES[refused.purpose].name}最大${refused.most / MB}MB，请压缩或拆分后再上传`;
    case 'too-many-open':
      return `没有用上的文件已有${refused.most}个，请先移除不用的`;
    case 'too-much-a-day':
      return `一天最多上传${refused.most / MB / 1024}GB，请明天再传`;
  }
}

/** As what a file of a kind that isn't taken can be saved; '' where nobody knows. */
function otherwise({ purpose, ending }: Extract<BeginRefused, { code: 'wrong-ending' }>): string {
  const taken = endingsFor(purpose);
  const newer = NEWER[ending] ?? (isOffice(ending) ? ending : undefined);
  if (newer === undefined) return '';
  const as = taken.includes(newer) ? `“.${newer}”或PDF` : taken.includes('pdf') ? 'PDF' : '';
  return as === '' ? '' : `，请另存为${as}再上传`;
}

function isOffice(ending: string): boolean {
  return ending === 'docx' || ending === 'xlsx' || ending === 'pptx';
}

/** Endings that older programs, other office programs and telephones write. */
const NEWER: Readonly<Record<string, string>> = {
  doc: 'docx',
  wps: 'docx',
  xls: 'xlsx',
  et: 'xlsx',
  heic: 'jpg',
  bmp: 'png',
  tif: 'png',
  tiff: 'png',
};

/** Why a part isn't taken. */
export function partRefusedText(refused: Exclude<PartRefused, { code: 'no-such' }>): string {
  switch (refused.code) {
    case 'wrong-offset':
      return `已收到${refused.received}字节，请从那里接着传`;
    case 'not-receiving':
      return '这个文件已经传完，不再接收内容';
    case 'too-large':
      return `这一段太大，最多${refused.most}字节`;
    case 'nothing-sent':
      return '这一段是空的';
    case 'cut-off':
      return '传输中断，这一段没有收下';
  }
}

/**
 * Why a file that came whole can't be used.
 * @param because what the database keeps: a code, of another type with the type behind it: `other-type docx`
 */
export function contentRefusedText(because: string, purpose: UploadPurpose, name: string): string {
  const [code = '', type = ''] = because.split(' ');
  const seen = isFileType(type) ? FILE_TYPES[type].name : '';
  switch (code) {
    case 'cut-off':
      return '文件不完整，可能没有保存好，请打开看一看，另存后再上传';
    case 'hostile':
      return '压缩包的目录不可信，不能使用';
    case 'encrypted':
      return '文件有密码，请去掉密码后再上传';
    case 'macros':
      return '文件带有宏，请另存为不带宏的.docx或.xlsx后再上传';
    case 'old-office':
      return '这是旧版Office文件（.doc、.xls）或者有密码，请另存为不带密码的.docx、.xlsx或PDF';
    case 'other-type':
      return `文件内容是${seen}，${UPLOAD_PURPOSES[purpose].name}应为${typesInWords(purpose)}`;
    case 'other-ending':
      return `文件内容是${seen}，扩展名却是“.${endingOf(name)}”，请核对是不是选错了文件`;
    default:
      return `认不出文件内容，应为${typesInWords(purpose)}`;
  }
}

/** Why an upload can't be used for something. */
export function consumeRefusedText({ code }: ConsumeRefused, purpose: UploadPurpose): string {
  const { name } = UPLOAD_PURPOSES[purpose];
  switch (code) {
    case 'no-such':
      return `没有找到上传的${name}，请重新上传`;
    case 'not-whole':
      return `${name}还没有传完`;
    case 'used-already':
      return `这个${name}文件已经用在别处，请重新上传`;
  }
}

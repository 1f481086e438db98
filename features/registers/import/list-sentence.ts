import { sentenceOf } from '@fuchi/policy/sentence/sentence';
import type { Sentence, SentenceTable } from '@fuchi/policy/sentence/sentence-table';

/** What is wrong with a row of a list that is imported; what is wrong with a value has a sentence of the guide's. */
export const LIST_SENTENCES: SentenceTable = {
  'list-formula': (said) => ({
    message: `“${said('label')}”是公式，不读`,
    fix: '复制后只粘贴数值',
  }),
  'list-error': (said) => ({ message: `“${said('label')}”是错误值`, fix: '写上内容，或者清空' }),
  'list-digits-lost': (said) => ({
    message: `“${said('label')}”按数值保存，后面的位数已经丢失`,
    fix: '把这一列改为文本格式，照原件重新填写',
  }),
  'list-name-long': (said) => ({
    message: `单位名称超过${said('most')}个字`,
    fix: '核对这一格是不是串了列',
  }),
  'list-code-bad-length': (said) => ({
    message: `信用代码“${said('given')}”不是18位`,
    fix: '照营业执照填写18位统一社会信用代码；没有的留空',
  }),
  'list-code-bad-character': (said) => ({
    message: `信用代码“${said('given')}”里有不能用的字符`,
    fix: '只能用数字和大写字母，没有I、O、S、V、Z',
  }),
  'list-number-empty': () => ({ message: '没有号码', fix: '填上号码' }),
  'list-number-too-long': (said) => ({
    message: `号码超过${said('most')}个字`,
    fix: '核对这一格是不是串了列',
  }),
  'list-number-not-digits': (said) => ({
    message: `发票“${said('text')}”里有数字以外的字符`,
    fix: '发票代码和号码只写数字',
  }),
  'list-number-no-code': (said) => ({
    message: `发票“${said('text')}”只有号码，没有代码`,
    fix: '补上发票代码；数电票写全20位号码',
  }),
  'list-number-invoice-length': (said) => ({
    message: `发票“${said('text')}”的位数不对（代码${said('code')}位，号码${said('number')}位）`,
    fix: '代码为8、10或12位，号码为8位；数电票只写20位号码',
  }),
  'list-unit-twice': (said) => ({
    message: `这个单位在第${said('row')}行已经列过`,
    fix: '一户只列一行，删去一行',
  }),
  'list-row-twice': (said) => ({
    message: `与第${said('row')}行完全相同`,
    fix: '删去一行',
  }),
};

/** The Chinese sentence of a row's fault. @example listSentence('list-row-twice', { row: '3' }).message // '与第3行完全相同' */
export function listSentence(code: string, facts: Readonly<Record<string, string>>): Sentence {
  const own = Object.hasOwn(LIST_SENTENCES, code) ? LIST_SENTENCES[code] : undefined;
  return own ? own((name) => facts[name] ?? '') : sentenceOf(code, facts);
}

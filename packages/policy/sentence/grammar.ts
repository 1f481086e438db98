import { type SentenceTable, visible } from './sentence-table.ts';

const STRAY: Readonly<Record<string, string>> = {
  '!': '不等于写成“!=”，否定写成“not(…)”',
  "'": '文字用双引号',
  '‘': '文字用双引号',
  '’': '文字用双引号',
  '‰': '千分之五写成“0.5%”',
  '{': '改用圆括号',
  '}': '改用圆括号',
  '【': '改用方括号“[”',
  '】': '改用方括号“]”',
  '～': '范围用两个点，例如“[3年..5年]”',
  '~': '范围用两个点，例如“[3年..5年]”',
  '…': '范围用两个点，例如“[3年..5年]”',
  '&': '“并且”写成“and”',
  '|': '“或者”写成“or”',
};

/** Faults in how an expression is written. */
export const GRAMMAR: SentenceTable = {
  'expression-too-long': (said) => ({
    message: `式子超过${said('limit')}个字符`,
    fix: '拆成几个条件，或者把其中的部分写成步骤',
  }),
  'expression-too-deep': (said) => ({
    message: `括号或函数嵌套超过${said('limit')}层`,
    fix: '拆成几个条件，或者把其中的部分写成步骤',
  }),
  'expression-too-big': (said) => ({
    message: `式子超过${said('limit')}个部分`,
    fix: '拆成几个条件，或者把其中的部分写成步骤',
  }),
  'empty-expression': () => ({ message: '式子是空的', fix: '写上式子，或者删去这个键' }),
  'ambiguous-operator': (said) => ({
    message: `没有“${said('written')}”这个符号`,
    fix: `是不是“${said('meant')}”？`,
  }),
  'text-not-closed': () => ({ message: '从这里开始的引号没有合上', fix: '在文字末尾补上“"”' }),
  dunhao: () => ({
    message: '式子里不能有顿号“、”',
    fix: '名称里删去顿号；并列的值之间用逗号“,”',
  }),
  'stray-character': (said) => ({
    message: `式子里不能有${visible(said('written'))}`,
    fix: STRAY[said('written')] ?? `删去${visible(said('written'))}`,
  }),
  unexpected: (said) =>
    said('found') === ''
      ? { message: '式子没有写完', fix: '补上后半部分' }
      : {
          message: `这里不应当有“${said('found')}”`,
          fix: '检查前面是不是少了运算符、逗号或括号',
        },
  expected: (said) =>
    said('found') === ''
      ? { message: `缺少“${said('wanted')}”`, fix: `在末尾补上“${said('wanted')}”` }
      : {
          message: `这里应当是“${said('wanted')}”，写的是“${said('found')}”`,
          fix: `在“${said('found')}”前补上“${said('wanted')}”，或者改正前面的写法`,
        },
  'expected-name': (said) => ({
    message: said('found') === '' ? '这里缺少名称' : `“${said('found')}”不能作名称`,
    fix: '名称由汉字、字母、数字、下划线组成，不以数字开头；末尾多余的“.”要删去',
  }),
  'chained-comparison': () => ({
    message: '不能连着比较',
    fix: '写成“甲 in [下限..上限]”，或者用“and”连接两个比较',
  }),
  'reading-on-operator': (said) => ({
    message: `条文理解不能写在“${said('written')}”后面`,
    fix: '只有“>=”和“<=”后面能写条文理解，例如“>=[G1]”',
  }),
  'expected-reading': (said) => ({
    message: said('found') === '' ? '这里缺少条文理解编号' : `“${said('found')}”不是条文理解编号`,
    fix: '编号写成“G1”或“A13.6”',
  }),
  'keyword-as-name': (said) => ({
    message: `“${said('found')}”是语言里的词，不能作名称`,
    fix: '检查前面是不是少了一部分',
  }),
};

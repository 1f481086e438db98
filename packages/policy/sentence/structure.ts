import { orNearest, type SentenceTable } from './sentence-table.ts';

const BROKEN_YAML: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  TAB_AS_INDENT: ['缩进用了制表符（Tab）', '改用空格缩进，同一层的空格数相同'],
  BAD_INDENT: [
    '缩进对不齐，或者括号没有合上',
    '同一层的键从同一列写起；检查上文的“[”“{”是否都已合上',
  ],
  UNCLOSED_QUOTE: ['从这里开始的引号没有合上', '在文字末尾补上同样的引号'],
  MISSING_CHAR: ['少了冒号、逗号或括号', '检查这一行和上一行'],
  BLOCK_AS_IMPLICIT_KEY: ['一行里有两个“键: 值”', '值里含有“: ”时给整个值加引号，否则换行再写'],
  MULTILINE_IMPLICIT_KEY: ['这里应当是“键: 值”', '写成“键: 值”，冒号后面空一格'],
  UNEXPECTED_TOKEN: ['这里多出了内容', '值里含有引号、逗号、方括号或花括号时，给整个值加引号'],
  BAD_SCALAR_START: ['值不能以这个字符开头', '给整个值加引号'],
  BAD_DQ_ESCAPE: ['双引号里的“\\”后面不能跟这个字符', '“\\”本身写成“\\\\”，或者改用单引号'],
  KEY_OVER_1024_CHARS: ['键名太长', '键名不超过1024个字符；检查是不是漏了换行'],
  MULTIPLE_DOCS: ['一个文件里有两份内容（“---”）', '删去“---”，或者分成两个文件'],
  RESOURCE_EXHAUSTION: ['这里嵌套得太深，或者错误太多', '先改正上文的错误'],
};

/** Faults in how the files are written and laid out: YAML, keys, required parts. */
export const STRUCTURE: SentenceTable = {
  'broken-yaml': (said) => {
    const [message, fix] = BROKEN_YAML[said('reason')] ?? [
      `YAML格式有误（${said('reason')}）`,
      '检查这一行的缩进、引号和括号',
    ];
    return { message, fix };
  },
  'key-colon': (said) => ({
    message:
      said('written') === '：'
        ? `“${said('key')}”后面用了全角冒号“：”`
        : `“${said('key')}:”后面没有空格`,
    fix: `写成“${said('key')}: ”，半角冒号，后面空一格`,
  }),
  'key-without-value': (said) => ({
    message: `“${said('key')}”没有值`,
    fix: /[：:]/u.test(said('key'))
      ? '冒号用半角“:”，后面空一格'
      : '花括号里的值含有逗号时要加引号，例如“须: "min(甲, 乙) >= 3年"”',
  }),
  'file-too-large': (said) => ({
    message: `文件超过${said('limit')}个字符`,
    fix: '分成几个文件，或者检查是不是放错了文件',
  }),
  'file-not-text': () => ({
    message: '这里不是文字',
    fix: '用UTF-8编码另存；检查是不是放错了文件',
  }),
  'too-deep': (said) => ({
    message: `嵌套超过${said('limit')}层`,
    fix: '检查缩进和括号',
  }),
  'yaml-alias': (said) => ({
    message: `不能引用别处的内容（“*${said('name')}”）`,
    fix: '把内容写出来；以“*”开头的文字要加引号',
  }),
  'yaml-anchor': (said) => ({
    message: `不能给内容起别名（“&${said('name')}”）`,
    fix: `删去“&${said('name')}”；以“&”开头的文字要加引号`,
  }),
  'yaml-tag': (said) => ({
    message: `不能用YAML标签（“${said('name')}”）`,
    fix: '删去标签；以“!”开头的文字要加引号',
  }),
  'key-not-text': () => ({ message: '键名必须是一个词', fix: '键名写成文字，不能是列表或映射' }),
  'duplicate-key': (said) => ({
    message: `“${said('key')}”在第${said('line')}行已经写过`,
    fix: '删去一个，或者改成不同的键名',
  }),
  'missing-file': (said) => ({
    message: `缺少文件 ${said('path')}`,
    fix: `补上 ${said('path')}；没有内容的写“{}”`,
  }),
  'stray-file': (said) => ({
    message: `${said('path')} 不是指南的文件，没有人读它`,
    fix: '核对文件名和所在的文件夹，否则删去',
  }),
  'missing-key': (said) => ({
    message: `缺少“${said('key')}”`,
    fix: `补上“${said('key')}: …”`,
  }),
  'empty-value': (said) => ({
    message: `“${said('key')}”没有内容`,
    fix: '补上内容',
  }),
  'unknown-key': (said) => ({
    message: `没有“${said('key')}”这个键`,
    fix: orNearest(said('nearest'), `这里可以写的键：${said('words')}`),
  }),
  'not-a-map': () => ({
    message: '这里应当是若干“键: 值”',
    fix: '逐行写“键: 值”，或者写在花括号里',
  }),
  'not-a-list': () => ({ message: '这里应当是列表', fix: '每项一行，以“- ”开头' }),
  'not-a-text': () => ({
    message: '这里应当是一段文字',
    fix: '写成一个值；文字含有“: ”、逗号或括号时加引号',
  }),
  'not-a-word': (said) => ({
    message: `“${said('key')}”不能是“${said('given')}”`,
    fix: orNearest(said('nearest'), `只能是：${said('words')}`),
  }),
  'columns-without-rows': (said) => ({
    message: `“${said('fact')}”有“列”，但类型不是“明细”`,
    fix: '类型改为“明细”，或者删去“列”',
  }),
  'rows-too-deep': (said) => ({
    message: `明细“${said('fact')}”嵌套太深`,
    fix: '明细里最多再嵌一层明细',
  }),
  'number-outside-rows': (said) => ({
    message: `“${said('fact')}”不能写“不重复”`,
    fix: '“不重复”只能写在文字上，或者明细的文字列上，明细里再嵌的明细不行',
  }),
  'with-without-number': (said) => ({
    message: `“${said('fact')}”不能写“连同”`,
    fix: '“连同”只能写在明细里“不重复”是合同、设备、贷款、备案的列上；发票全国统一编号，不用写',
  }),
  'code-outside-rows': (said) => ({
    message: `“${said('fact')}”不能写“不重复: 发票代码”`,
    fix: '发票代码和发票号码写在同一个明细里',
  }),
  'sum-outside-rows': (said) => ({
    message: `“${said('fact')}”不能写“合计: 否”`,
    fix: '“合计”只能写在明细的金额列上',
  }),
  'number-column-twice': (said) => ({
    message: `明细“${said('fact')}”有两列写着“不重复: ${said('word')}”`,
    fix: '一个明细里每种编号只能有一列',
  }),
  'code-without-number': (said) => ({
    message: `明细“${said('fact')}”有发票代码的列，没有发票号码的列`,
    fix: '在发票号码的列上写“不重复: 发票”',
  }),
  'line-file-name': (said) => ({
    message: `项目类别“${said('id')}”写在文件“${said('file')}.yaml”里`,
    fix: '项目类别与文件名要一致',
  }),
  'unknown-line': (said) => ({
    message: `没有项目类别“${said('name')}”`,
    fix: orNearest(said('nearest'), '在 lines/ 下补上这个文件，或者删去这个名字'),
  }),
  'duplicate-line': (said) => ({
    message: `项目类别“${said('name')}”列了两次`,
    fix: '删去一个',
  }),
  'line-in-no-category': (said) => ({
    message: `项目类别“${said('id')}”不在 guide.yaml 的任何分项里`,
    fix: '在 guide.yaml 的“类别”里列上它',
  }),
  'unknown-case': (said) => ({
    message: `前面没有例“${said('name')}”`,
    fix: '“同”写本文件中前面一个例的编号',
  }),
  'must-and-elsewhere': (said) => ({
    message: `条件“${said('clause')}”既有“须”又有“另见”`,
    fix: '能判断的写“须”，留给别的文件的写“另见”，两者取一',
  }),
  'untraced-one-of': () => ({
    message: '这一条没有说清不载明的是什么',
    fix: '正文的字写“文”，数据里的数写“数”，只写一个；整条不适用于某些项目类别的，只写“项目类别”',
  }),
  'stage-needs-one-way': (said) => ({
    message: `拨付批次“${said('stage')}”的金额写法不对`,
    fix: '“比例”“金额”“余额”“至多”里写且只写一个',
  }),
};

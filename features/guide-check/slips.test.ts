import { readGuide } from '@fuchi/guide/read-guide';
import { checkGuide } from '@fuchi/policy/check/check-guide';
import { SMALL_GUIDE } from '@fuchi/policy/small-guide.fixture';
import { faultLine, guideFault } from '@fuchi/record-guide-version/guide-fault';
import { describe, expect, test } from 'vitest';

const PLANT = 'lines/plant.yaml';
const SCHOOL = 'lines/school.yaml';

/** What an author mistypes: file, what stood there, what stands there now; and what the check says. */
const SLIPS: readonly [
  slip: string,
  file: string,
  from: string,
  to: string,
  says: readonly string[],
][] = [
  [
    '事实名写错',
    PLANT,
    '须: 软件投入 >=',
    '须: 软件投人 >=',
    ['lines/plant.yaml:17:8 unknown-name 没有“软件投人”这个名称——是不是“软件投入”？'],
  ],
  [
    '键写错',
    PLANT,
    '须: 软件投入',
    '需: 软件投入',
    [
      'lines/plant.yaml:15:3 missing-key 缺少“须”——补上“须: …”',
      'lines/plant.yaml:17:5 unknown-key 没有“需”这个键——这里可以写的键：说、须、适用、逐项、强度、刚性、意见、出具、佐证、理解、另见、除外',
    ],
  ],
  [
    '单位写错',
    PLANT,
    '>=[G1] 3000万元',
    '>=[G1] 3000万圆',
    ['lines/plant.yaml:8:21 unknown-unit “3000万圆”里没有“万圆”这个单位——是不是“万元”？'],
  ],
  [
    '单位与事实不符',
    SCHOOL,
    '>= 10人',
    '>= 10万元',
    ['lines/school.yaml:15:29 types-differ 数量（人）不能与金额相比——核对两边的名称和单位'],
  ],
  [
    '数没有单位',
    PLANT,
    '软件投入 >= 100万元',
    '软件投入 >= 100',
    [
      'lines/plant.yaml:17:16 bare-number “100”没有单位，不能与金额放在一起——写上单位，例如“100万元”',
    ],
  ],
  [
    '比例超过100%',
    PLANT,
    '研发占比 >= 3%',
    '研发占比 >= 300%',
    [
      'lines/plant.yaml:14:16 ratio-over-100 “300%”超过了100%——核对数字；确实要超过的写成倍数，例如“1.2 * 甲”',
    ],
  ],
  [
    '=>',
    PLANT,
    '研发占比 >= 3%',
    '研发占比 => 3%',
    ['lines/plant.yaml:14:13 ambiguous-operator 没有“=>”这个符号——是不是“>=”？'],
  ],
  [
    '==',
    PLANT,
    '研发占比 >= 3%',
    '研发占比 == 3%',
    ['lines/plant.yaml:14:13 ambiguous-operator 没有“==”这个符号——是不是“=”？'],
  ],
  [
    '名称里有顿号',
    PLANT,
    '须: 软件投入 >=',
    '须: 软件、硬件投入 >=',
    ['lines/plant.yaml:17:10 dunhao 式子里不能有顿号“、”——名称里删去顿号；并列的值之间用逗号“,”'],
  ],
  [
    '句号',
    PLANT,
    '研发占比 >= 3%',
    '研发占比 >= 3%。',
    ['lines/plant.yaml:14:18 stray-character 式子里不能有“。”——删去“。”'],
  ],
  [
    '文字没有合上引号',
    PLANT,
    '"事业单位")',
    '"事业单位)',
    ['lines/plant.yaml:20:23 text-not-closed 从这里开始的引号没有合上——在文字末尾补上“"”'],
  ],
  [
    '少了括号',
    SCHOOL,
    'sum(班次.人数)',
    'sum(班次.人数',
    ['lines/school.yaml:14:40 expected 缺少“)”——在末尾补上“)”'],
  ],
  [
    '末尾少了括号',
    PLANT,
    ', 封顶)',
    ', 封顶',
    ['lines/plant.yaml:21:57 expected 缺少“)”——在末尾补上“)”'],
  ],
  [
    '没有这个日期',
    PLANT,
    'in 支持期间',
    '<= 2021-02-29',
    [
      'lines/plant.yaml:11:18 no-such-date 没有“2021-02-29”这个日期——日期写成“2021-12-31”，核对年、月、日',
    ],
  ],
  [
    '期间的结束早于开始',
    'calendars.yaml',
    '2021-12-31',
    '2020-12-31',
    [
      'calendars.yaml:1:12 ends-before-start “2021-01-01..2020-12-31”的结束早于或小于开始——把两端对调，或者改正数字',
    ],
  ],
  [
    '没有这个条文理解',
    PLANT,
    '[G1]',
    '[G2]',
    ['lines/plant.yaml:8:8 unknown-reading 没有条文理解“G2”——是不是“G1”？'],
  ],
  [
    '没有这个项目类别',
    'definitions.yaml',
    '[plant]',
    '[plant, scool]',
    ['definitions.yaml:5:15 unknown-line 没有项目类别“scool”——是不是“school”？'],
  ],
  [
    '键写了两次',
    PLANT,
    '    须: 研发占比',
    '    说: 再说一遍\n    须: 研发占比',
    ['lines/plant.yaml:14:5 duplicate-key “说”在第13行已经写过——删去一个，或者改成不同的键名'],
  ],
  [
    '缩进用了制表符',
    PLANT,
    '    须: 研发占比',
    '\t\t须: 研发占比',
    ['lines/plant.yaml:14:1 broken-yaml 缩进用了制表符（Tab）——改用空格缩进，同一层的空格数相同'],
  ],
  [
    '缩进对不齐',
    PLANT,
    '    须: 研发占比',
    '   须: 研发占比',
    [
      'lines/plant.yaml:14:1 broken-yaml 缩进对不齐，或者括号没有合上——同一层的键从同一列写起；检查上文的“[”“{”是否都已合上',
    ],
  ],
  [
    '全角冒号',
    PLANT,
    '    须: 研发占比',
    '    须：研发占比',
    ['lines/plant.yaml:14:6 key-colon “须”后面用了全角冒号“：”——写成“须: ”，半角冒号，后面空一格'],
  ],
  [
    '花括号里的逗号没有加引号',
    SCHOOL,
    '须: 教师人数 >= 10人',
    '须: min(教师人数, 30人) >= 10人',
    [
      'lines/school.yaml:15:31 key-without-value “30人) >= 10人”没有值——花括号里的值含有逗号时要加引号，例如“须: "min(甲, 乙) >= 3年"”',
    ],
  ],
  [
    '没有用到的事实',
    'facts.yaml',
    '互洽:',
    '闲置事实: { 类型: 是否 }\n互洽:',
    [
      'facts.yaml:6:1 unused-fact 申报事实“闲置事实”没有用在任何地方——用在条件、补助、材料或互洽里，否则删去',
    ],
  ],
  [
    '分项数量与合计不符',
    SCHOOL,
    '不超过: 10个',
    '不超过: 15个',
    [
      'quotas.yaml:1:1 quota-parts-differ 合计数量“joint”为30个，各分项加起来是35——核对合计和各分项；不要求相加相等的，改为“各分项之和: 否”',
    ],
  ],
  [
    '选项写错',
    PLANT,
    '"事业单位"',
    '"事业单為"',
    ['lines/plant.yaml:20:23 unknown-option 没有“事业单為”这个选项——是不是“事业单位”？'],
  ],
  [
    '金额与日期相比',
    PLANT,
    '软件投入 >= 100万元',
    '软件投入 >= 2021-12-31',
    ['lines/plant.yaml:17:16 types-differ 金额不能与日期相比——核对两边的名称和单位'],
  ],
  [
    '永远不会成立',
    PLANT,
    '研发占比 >= 3%',
    '研发占比 > 100%',
    ['lines/plant.yaml:14:8 never-holds 条件“1(3)”永远不会成立——核对数字、单位和比较的方向'],
  ],
  [
    '永远成立',
    PLANT,
    '研发占比 >= 3%',
    '研发占比 >= 0%',
    [
      'lines/plant.yaml:14:8 always-holds 条件“1(3)”永远成立，等于没有条件——核对数字、单位和比较的方向，否则删去',
    ],
  ],
  [
    '两个条件不能同时成立',
    PLANT,
    '研发占比 >= 3%',
    '项目总投入 < 2000万元 and 研发占比 >= 3%',
    [
      'lines/plant.yaml:14:8 never-together 条件“1(3)”与前面的条件不能同时成立——核对这几个条件的数字、日期和选项',
    ],
  ],
  [
    '数字写错，与“说”不符',
    PLANT,
    '须: 研发占比 >= 3%',
    '须: 研发占比 >= 4%',
    [
      'lines/plant.yaml:14:16 says-other-figure 式子里是“4%”，“说”里是“3%”——核对“说”和式子，改正写错的一处',
    ],
  ],
  [
    '多写一个零',
    PLANT,
    '>=[G1] 3000万元',
    '>=[G1] 30000万元',
    [
      'lines/plant.yaml:8:21 says-other-figure 式子里是“30000万元”，“说”里是“3000万元”——核对“说”和式子，改正写错的一处',
    ],
  ],
  [
    '亿元写成万元',
    PLANT,
    '说: 总投入不低于3000万元',
    '说: 总投入不低于3000亿元',
    [
      'lines/plant.yaml:8:21 says-other-figure 式子里是“3000万元”，“说”里是“3000亿元”——核对“说”和式子，改正写错的一处',
    ],
  ],
  [
    '大小写反了',
    PLANT,
    '须: 研发占比 >= 3%',
    '须: 研发占比 <= 3%',
    ['lines/plant.yaml:14:16 says-other-side “说”里是“不低于3%”，式子用的是“<=”——是不是“>=”？'],
  ],
  [
    '漏了“等于”',
    PLANT,
    '须: 研发占比 >= 3%',
    '须: 研发占比 > 3%',
    ['lines/plant.yaml:14:15 says-other-side “说”里是“不低于3%”，式子用的是“>”——是不是“>=”？'],
  ],
  [
    '漏了封顶',
    PLANT,
    '"min(20% * 项目总投入, 封顶)"',
    '20% * 项目总投入',
    [
      'lines/plant.yaml:21:37 cap-not-applied 步骤“补助额”可能超过封顶500万元——最后一步写成“min(…, 封顶)”',
    ],
  ],
  [
    'min 写成 max',
    PLANT,
    '"min(20% * 项目总投入, 封顶)"',
    '"max(20% * 项目总投入, 封顶)"',
    [
      'lines/plant.yaml:21:38 cap-not-applied 步骤“补助额”可能超过封顶500万元——最后一步写成“min(…, 封顶)”',
    ],
  ],
  [
    '漏写一条',
    PLANT,
    '  1(4):\n    说: 软件投入\n    须: 软件投入 >= 100万元\n',
    '',
    ['lines/plant.yaml:15:3 clause-gap “1(5)”前面缺少“1(4)”——补上漏写的一条，或者改正编号'],
  ],
  [
    '同一个选项写了两次',
    PLANT,
    '("企业", "事业单位")',
    '("企业", "企业")',
    [
      'lines/plant.yaml:20:8 part-twice 式子里同样的内容写了两次——其中一处大概应当是别的，改正或者删去',
    ],
  ],
  [
    '条款的括号写成全角',
    PLANT,
    '  1(4):',
    '  1（4）:',
    [
      'lines/plant.yaml:15:3 clause-form 条款“1（4）”的写法不对——节号用全角括号，节内编号用半角括号，例如“一（二）2(3)①”',
      'lines/plant.yaml:18:3 clause-gap “1(5)”前面缺少“1(4)”——补上漏写的一条，或者改正编号',
    ],
  ],
  [
    '互洽写反了',
    'facts.yaml',
    '须: 软件投入 <= 项目总投入',
    '须: 软件投入 >= 项目总投入',
    [
      'facts.yaml:7:27 rule-turned 式子与“说”不符：大小反了，先后反了，或者漏了“等于”——核对两边的名称，用“<=”或“>=”',
    ],
  ],
  [
    '材料写错条款',
    PLANT,
    '数量: { 条款: "3"',
    '材料:\n  - { 名: 企业或事业单位证明, 条款: 1(4) }\n数量: { 条款: "3"',
    [
      'lines/plant.yaml:23:25 paper-elsewhere 材料“企业或事业单位证明”写的是条款“1(4)”，讲到它的却是“1(5)”——是不是“1(5)”？',
    ],
  ],
  [
    '漏了“税”',
    'definitions.yaml',
    '  税: 不含税\n',
    '',
    [
      'definitions.yaml:1:1 says-tax 文字里是“不含税”，却没有写“税”——写上“税: 不含税”，或者改正文字',
    ],
  ],
  [
    '漏了“原则上”',
    PLANT,
    '说: 研发占比不低于3%',
    '说: 研发占比原则上不低于3%',
    [
      'lines/plant.yaml:14:8 says-strength “说”里有“原则上”，强度却是“必须”——写上“强度: 原则上”，或者改正“说”',
    ],
  ],
];

function check(files: Readonly<Record<string, string>>): string[] {
  const { guide, faults, unread } = readGuide(new Map(Object.entries(files)));
  const more = unread.length > 0 ? [] : checkGuide(guide).faults;
  return [...faults, ...more].map((f) => faultLine(guideFault(f)));
}

describe('写错时的说法', () => {
  test('原来没有错误', () => expect(check(SMALL_GUIDE)).toEqual([]));

  test.each(SLIPS)('%s', (_, file, from, to, says) => {
    const text = SMALL_GUIDE[file] ?? '';
    expect(text).toContain(from);
    expect(check({ ...SMALL_GUIDE, [file]: text.replace(from, to) })).toEqual(says);
  });
});

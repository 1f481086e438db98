import { REGISTER_FILE } from '@fuchi/policy/register/register-guide.fixture';
import { SMALL_GUIDE } from '@fuchi/policy/small-guide.fixture';
import { describe, expect, test } from 'vitest';
import { faultsOf } from './form-guide.fixture.ts';

const FILE = 'registers.yaml';
const GUIDE = { ...SMALL_GUIDE, [FILE]: REGISTER_FILE };

const SLIPS: readonly (readonly [
  slip: string,
  from: string,
  to: string,
  says: readonly string[],
])[] = [
  [
    '编号不是英文',
    'recognised:',
    '认定:',
    [
      'registers.yaml:1:1 register-id 名单的编号“认定”写法不对——用小写英文，词之间用“-”，例如 above-scale',
    ],
  ],
  [
    '没有认出单位的列',
    '信用代码: { 类型: 信用代码 }',
    '信用代码: { 类型: 文字 }',
    [
      'registers.yaml:1:1 register-roles “认定名单”要有一列、且只有一列的类型是“信用代码”——写上这一列，或者删去多余的；单位靠这一列认出',
    ],
  ],
  [
    '有效期没有单位',
    '有效期: 90天',
    '有效期: 90',
    [
      'registers.yaml:6:8 register-validity 有效期“90”写法不对——写成天数，例如“90天”；一直有效的不写',
    ],
  ],
  [
    '没有公布单位',
    '  公布: 认定机关\n',
    '',
    ['registers.yaml:2:3 missing-key 缺少“公布”——补上“公布: …”'],
  ],
  [
    '列的键写错',
    '空: 无',
    '空白: 无',
    [
      'registers.yaml:12:21 unknown-key 没有“空白”这个键——是不是“空”？',
      'registers.yaml:17:34 settled-otherwise 例写的是“企业”，“机构类型”算出来是“未知”——核对式子、列和例',
    ],
  ],
  [
    '事实名写错',
    '    项目完工日期:\n',
    '    项目完工曰期:\n',
    ['registers.yaml:20:5 unknown-name 没有“项目完工曰期”这个名称——是不是“项目完工日期”？'],
  ],
  [
    '列名写错',
    '取列: 认定日期',
    '取列: 认定曰期',
    ['registers.yaml:21:11 unknown-column “在册”没有“认定曰期”这一列——是不是“认定日期”？'],
  ],
  [
    '列的类型与事实不符',
    '取列: 认定日期',
    '取列: 类别',
    ['registers.yaml:21:11 wrong-type 这里要日期，式子得出的是选项——核对式子里的名称和单位'],
  ],
  [
    '式子里写了事实',
    '>= 1家',
    '>= 1家 and 研发占比 >= 3%',
    [
      'registers.yaml:15:77 unknown-name 没有“研发占比”这个名称——在“申报事实”“数”或 facts.yaml 里先写上它',
    ],
  ],
  [
    '又取列又写值',
    '      取列: 认定日期\n',
    '      取列: 认定日期\n      值: 查询日期\n',
    [
      'registers.yaml:20:5 settled-one-way “项目完工日期”怎么得出没有写清——写“值”（一个式子），或者写“取列”（可以加“于”），只写一种',
    ],
  ],
  [
    '不分年度却写了年度',
    '取列: 认定日期\n',
    '取列: 认定日期\n      年度: 指南年度\n',
    [
      'registers.yaml:22:11 settled-year “认定名单”不是逐年的名单，“项目完工日期”却写了年度——删去“年度”，或者给名单写上“逐年: 是”',
    ],
  ],
  [
    '逐年却没有写年度',
    '  单位: 家\n',
    '  单位: 家\n  逐年: 是\n',
    [
      'registers.yaml:15:5 settled-year “认定名单”逐年一份，“机构类型”没有写看哪一年——写上“年度: 指南年度”，或者 figures.yaml、calendars.yaml 里一个年度的名称',
      'registers.yaml:21:5 settled-year “认定名单”逐年一份，“项目完工日期”没有写看哪一年——写上“年度: 指南年度”，或者 figures.yaml、calendars.yaml 里一个年度的名称',
    ],
  ],
  [
    '例只有一种结果',
    '        - { 在册: [{ 类别: 车间, 认定日期: 2021-05-01 }], 得: 未知 }\n',
    '',
    [
      'registers.yaml:20:5 settled-one-sided “项目完工日期”的例太少，看不出式子对不对——至少写两个结果不同的例：在名单上的，和不在名单上的',
    ],
  ],
  [
    '式子与例不符',
    '撤销日期 > 查询日期',
    '撤销日期 >= 查询日期',
    [
      'registers.yaml:18:70 settled-otherwise 例写的是“事业单位”，“机构类型”算出来是“企业”——核对式子、列和例',
    ],
  ],
  [
    '例里的列和选项写错',
    '{ 类别: 工厂, 认定日期: 2021-05-01 }',
    '{ 类别: 工场, 认定日: 2021-05-01 }',
    [
      'registers.yaml:24:24 input-option “类别”没有“工场”这个选项——是不是“工厂”？',
      'registers.yaml:24:28 unknown-column “在册”没有“认定日”这一列——是不是“认定日期”？',
      'registers.yaml:24:51 settled-otherwise 例写的是“2021-05-01”，“项目完工日期”算出来是“未知”——核对式子、列和例',
    ],
  ],
  [
    '免交的材料没有类别要交',
    '取列: 认定日期\n',
    '取列: 认定日期\n      免交: [认定文件]\n',
    ['registers.yaml:22:12 unknown-paper 没有项目类别要交“认定文件”——照项目类别“材料”里的名称写'],
  ],
  [
    '计量单位写错',
    '  单位: 家\n',
    '  单位: 户\n',
    [
      'registers.yaml:5:7 unknown-unit 没有“户”这个单位——在 guide.yaml 的“计量单位”里先写上它',
      'registers.yaml:15:70 types-differ 数量（户）不能与数量（家）相比——核对两边的名称和单位',
    ],
  ],
];

describe('名单写错时的说法', () => {
  test('原来没有错误', async () => expect(await faultsOf(GUIDE)).toEqual([]));

  test.each(SLIPS)('%s', async (_, from, to, says) => {
    expect(REGISTER_FILE).toContain(from);
    expect(await faultsOf({ ...GUIDE, [FILE]: REGISTER_FILE.replace(from, to) })).toEqual(says);
  });
});

import { describe, expect, test } from 'vitest';
import { FORM, faultsOf, GUIDE, PLANT } from './form-guide.fixture.ts';

/** The rows by kind of project, and all rows. */
const PARTED = / {4}数量指标:\n(?:.*\n)*?(?= {4}质量指标:)/.exec(GUIDE[FORM] ?? '')?.[0] ?? '';
const ROWS = /指标:\n {2}.*/s.exec(GUIDE[FORM] ?? '')?.[0] ?? '';

const SLIPS: readonly (readonly [
  slip: string,
  file: string,
  from: string,
  to: string,
  says: readonly string[],
])[] = [
  [
    '栏目少了一个',
    FORM,
    ', 指标值]',
    ']',
    [
      'forms/1-1.yaml:6:1 form-headings “栏目”写了3个——写表头印的四个栏目名：三级指标各一个，最后是指标值一栏',
    ],
  ],
  [
    '没有年度目标却写分年',
    FORM,
    '[总体目标, 年度目标]',
    '[总体目标]',
    [
      'forms/1-1.yaml:14:49 form-yearly-without “节能量（吨）”没有分年的数——只有印着“年度目标”的表、能计数的指标才写“分年”，其余删去',
      'forms/1-1.yaml:15:58 form-yearly-without “单位产品能耗”没有分年的数——只有印着“年度目标”的表、能计数的指标才写“分年”，其余删去',
      'forms/1-1.yaml:21:11 form-yearly-without “接入设备数（个）或采集点（个）”没有分年的数——只有印着“年度目标”的表、能计数的指标才写“分年”，其余删去',
      'forms/1-1.yaml:23:50 form-yearly-without “授权专利数量（个）”没有分年的数——只有印着“年度目标”的表、能计数的指标才写“分年”，其余删去',
      'forms/1-1.yaml:24:64 form-yearly-without “其中：发明专利数量（个）”没有分年的数——只有印着“年度目标”的表、能计数的指标才写“分年”，其余删去',
      'forms/1-1.yaml:25:51 form-yearly-without “基地新增企业数（个）”没有分年的数——只有印着“年度目标”的表、能计数的指标才写“分年”，其余删去',
      'forms/1-1.yaml:26:54 form-yearly-without “编制案例（不少于 5 个）”没有分年的数——只有印着“年度目标”的表、能计数的指标才写“分年”，其余删去',
      'forms/1-1.yaml:29:51 form-yearly-without “项目总投入（万元）”没有分年的数——只有印着“年度目标”的表、能计数的指标才写“分年”，其余删去',
      'forms/1-1.yaml:30:59 form-yearly-without “利润率（%）”没有分年的数——只有印着“年度目标”的表、能计数的指标才写“分年”，其余删去',
    ],
  ],
  [
    '文字写了分年',
    FORM,
    '取向: 定性 }',
    '取向: 定性, 分年: 水平 }',
    [
      'forms/1-1.yaml:27:54 form-yearly-without “资金使用合规性”没有分年的数——只有印着“年度目标”的表、能计数的指标才写“分年”，其余删去',
    ],
  ],
  [
    '有年度目标没有写分年',
    FORM,
    '越小越好, 分年: 水平',
    '越小越好',
    ['forms/1-1.yaml:15:11 missing-key 缺少“分年”——补上“分年: …”'],
  ],
  [
    '重复不是数',
    FORM,
    '重复: 3',
    '重复: 三',
    ['forms/1-1.yaml:15:28 form-repeated “重复”写成了“三”——写表上印了几行，例如“重复: 3”'],
  ],
  [
    '编号与文件名不同',
    FORM,
    '申报表: 1-1',
    '申报表: 1-2',
    [
      'forms/1-1.yaml:1:1 form-file-name 申报表“1-2”写在文件“1-1.yaml”里——申报表的编号与文件名要一致',
      'forms/1-1.yaml:1:1 form-unused 申报表“1-2”没有项目类别使用——在用它的项目类别里写“申报表”，否则删去这个文件',
      'lines/plant.yaml:1:1 form-missing 项目类别“plant”用的申报表“1-1”没有写——是不是“1-2”？',
      'lines/school.yaml:1:1 form-missing 项目类别“school”用的申报表“1-1”没有写——是不是“1-2”？',
    ],
  ],
  [
    '类别用的表没有写',
    PLANT,
    '申报表: 1-1',
    '申报表: 1-7',
    [
      'forms/1-1.yaml:29:63 unknown-form-fact 用这张表的项目类别不问“项目总投入”——写该项目类别问到的申报事实，否则删去',
      'lines/plant.yaml:1:1 form-missing 项目类别“plant”用的申报表“1-7”没有写——是不是“1-1”？',
    ],
  ],
  [
    '没有类别用的表',
    'forms/1-9.yaml',
    '',
    (GUIDE[FORM] ?? '').replace('1-1', '1-9'),
    [
      'forms/1-9.yaml:1:1 form-unused 申报表“1-9”没有项目类别使用——在用它的项目类别里写“申报表”，否则删去这个文件',
    ],
  ],
  [
    '分了类没有写怎么选',
    FORM,
    '分类: { 名: 申报类型, 选: 一类, 方框: 是 }\n',
    '',
    [
      'forms/1-1.yaml:12:7 form-without-grouping 指标按“节能类”分了类，但没有写怎么选——加上“分类: { 名: …, 选: 一类 }”或“选: 不限”',
      'forms/1-1.yaml:15:7 form-without-grouping 指标按“节水类”分了类，但没有写怎么选——加上“分类: { 名: …, 选: 一类 }”或“选: 不限”',
    ],
  ],
  [
    '写了分类没有分',
    FORM,
    PARTED,
    '',
    [
      'forms/1-1.yaml:9:5 form-grouping-idle 写了分类“申报类型”，指标却没有按它分——指标按类别分开写，否则删去“分类”',
      'forms/1-1.yaml:13:63 unknown-form-kind 这张表没有“节水类”这一类——写表上分类的名称',
      'forms/1-1.yaml:23:26 unknown-indicator 这张表没有指标“节能量”——写指标名，不带单位',
    ],
  ],
  [
    '没有选项',
    FORM,
    '选项: [合规, 不合规], ',
    '',
    ['forms/1-1.yaml:27:9 missing-key 缺少“选项”——补上“选项: …”'],
  ],
  [
    '没有取向',
    FORM,
    ', 取向: 定性',
    '',
    ['forms/1-1.yaml:27:9 missing-key 缺少“取向”——补上“取向: …”'],
  ],
  [
    '没有目标',
    FORM,
    '目标: [总体目标, 年度目标]\n',
    '',
    ['forms/1-1.yaml:1:1 missing-key 缺少“目标”——补上“目标: …”'],
  ],
  ['没有指标', FORM, ROWS, '', ['forms/1-1.yaml:1:1 missing-key 缺少“指标”——补上“指标: …”']],
  [
    '什么都没有写',
    FORM,
    GUIDE[FORM] ?? '',
    '{}\n',
    [
      'forms/1-1.yaml:1:1 form-headings “栏目”写了0个——写表头印的四个栏目名：三级指标各一个，最后是指标值一栏',
      'forms/1-1.yaml:1:1 missing-key 缺少“个性”——补上“个性: …”',
      'forms/1-1.yaml:1:1 missing-key 缺少“共性”——补上“共性: …”',
      'forms/1-1.yaml:1:1 missing-key 缺少“名称”——补上“名称: …”',
      'forms/1-1.yaml:1:1 missing-key 缺少“年度”——补上“年度: …”',
      'forms/1-1.yaml:1:1 missing-key 缺少“指标”——补上“指标: …”',
      'forms/1-1.yaml:1:1 missing-key 缺少“申报表”——补上“申报表: …”',
      'forms/1-1.yaml:1:1 missing-key 缺少“目标”——补上“目标: …”',
      'forms/1-1.yaml:1:1 missing-key 缺少“表头”——补上“表头: …”',
      'lines/plant.yaml:1:1 form-missing 项目类别“plant”用的申报表“1-1”没有写——在 forms/ 下补上这张表',
      'lines/school.yaml:1:1 form-missing 项目类别“school”用的申报表“1-1”没有写——在 forms/ 下补上这张表',
    ],
  ],
  [
    '口径没有印',
    FORM,
    '个性: 个性指标',
    '口径: 三方合计数\n个性: 个性指标',
    [
      'forms/1-1.yaml:8:5 form-scope-not-printed “项目共性绩效指标（两方合计数）”里没有印口径“三方合计数”——“口径”照“共性”一栏印的字写；没有印的不写',
      'forms/1-1.yaml:30:9 form-scope-facts 这张表的数是“三方合计数”，指标“项目总投入”却写了申报事实——申报事实只是申报单位自己的数，删去“事实”',
    ],
  ],
  [
    '合计的表写了申报事实',
    FORM,
    '个性: 个性指标',
    '口径: 两方合计数\n个性: 个性指标',
    [
      'forms/1-1.yaml:30:9 form-scope-facts 这张表的数是“两方合计数”，指标“项目总投入”却写了申报事实——申报事实只是申报单位自己的数，删去“事实”',
    ],
  ],
  [
    '指标写了两次',
    FORM,
    '名: 发明专利数量',
    '名: 授权专利数量',
    [
      'forms/1-1.yaml:24:9 indicator-twice 指标“授权专利数量”写了两次——删去一行；表上确实有两行的，各加一个“名”区别',
    ],
  ],
  [
    '单位没有印',
    FORM,
    '单位: 吨',
    '单位: 千克',
    [
      'forms/1-1.yaml:14:11 unit-not-printed 指标“节能量（吨）”里没有印单位“千克”——照表上的括号写单位；没有印单位的不写',
    ],
  ],
  [
    '单位没有写',
    FORM,
    '单位: 吨, ',
    '',
    [
      'forms/1-1.yaml:14:11 unit-not-said 指标“节能量（吨）”没有写单位——照表上的括号写“单位”；表上没有印的写“自填单位: 是”',
    ],
  ],
  [
    '比例的单位',
    FORM,
    '类型: 数量, 单位: 吨',
    '类型: 比例, 单位: 吨',
    [
      'forms/1-1.yaml:14:11 unit-of-kind 类型“比例”的单位写成了“吨”——比例的单位是“%”，金额是元、万元或亿元；其他单位用类型“数量”',
    ],
  ],
  [
    '任选写了两次',
    FORM,
    '名: 采集点',
    '名: 接入设备数',
    [
      'forms/1-1.yaml:20:15 measure-twice “任选”里的“接入设备数”写了两次——删去一个，或者改正“名”或“单位”',
    ],
  ],
  [
    '任选的名没有印',
    FORM,
    '名: 采集点',
    '名: 采集器',
    [
      'forms/1-1.yaml:20:15 measure-not-printed 指标“接入设备数（个）或采集点（个）”里没有印“采集器”——“任选”里的“名”照指标上的字写',
    ],
  ],
  [
    '限于没有印',
    FORM,
    '限于: 基地',
    '限于: 平台',
    [
      'forms/1-1.yaml:25:63 only-for-not-printed 指标“基地新增企业数（个）”里没有印“平台”——“限于”照指标上的字写；指标没有印只对谁的，不写“限于”',
    ],
  ],
  [
    '印着其中没有写',
    FORM,
    ', 其中: 授权专利数量',
    '',
    [
      'forms/1-1.yaml:24:9 part-not-said “其中：发明专利数量（个）”印着“其中”，没有写是哪一个指标的一部分——写上“其中: …”，后面是那个指标的名称',
    ],
  ],
  [
    '印着不少于没有写',
    FORM,
    ', 不少于: 案例下限',
    '',
    [
      'forms/1-1.yaml:26:9 least-not-said 指标印着“不少于5个”，没有写“不少于”——写上“不少于: …”，后面是 figures.yaml 里那个数的名称',
    ],
  ],
  [
    '所印的数与数据不同',
    'figures.yaml',
    '5个',
    '6个',
    [
      'forms/1-1.yaml:26:67 least-not-printed “案例下限”是6个，指标“编制案例（不少于 5 个）”印的不是这个数——核对 figures.yaml 里的数和所印的“不少于…”',
    ],
  ],
  [
    '范围读不懂',
    FORM,
    '范围: ".."',
    '范围: 任意',
    [
      'forms/1-1.yaml:30:43 indicator-range 范围“任意”读不懂，或者大的写在了前面——写成“0..100”“0..”或“..”，数按所印单位',
    ],
  ],
  [
    '范围两端颠倒',
    FORM,
    '范围: ".."',
    '范围: "100%..0%"',
    [
      'forms/1-1.yaml:30:44 indicator-range 范围“100%..0%”读不懂，或者大的写在了前面——写成“0..100”“0..”或“..”，数按所印单位',
    ],
  ],
  [
    '说明的指标写错',
    FORM,
    '指标: 节能量 }',
    '指标: 节能两 }',
    ['forms/1-1.yaml:33:26 unknown-indicator 这张表没有指标“节能两”——是不是“节能量”？'],
  ],
  [
    '其中的指标写错',
    FORM,
    '其中: 授权专利数量',
    '其中: 授权专利数',
    ['forms/1-1.yaml:24:76 unknown-indicator 这张表没有指标“授权专利数”——是不是“授权专利数量”？'],
  ],
  [
    '可不填的类别写错',
    FORM,
    '可不填: 节水类',
    '可不填: 节水',
    ['forms/1-1.yaml:23:63 unknown-form-kind 这张表没有“节水”这一类——是不是“节水类”？'],
  ],
  [
    '不少于的数写错',
    FORM,
    '不少于: 案例下限',
    '不少于: 案例下线',
    [
      'forms/1-1.yaml:26:67 unknown-form-figure figures.yaml 里没有“案例下线”这个数——是不是“案例下限”？',
    ],
  ],
  [
    '另页写错',
    FORM,
    '另页: 质量指标',
    '另页: 质量',
    ['forms/1-1.yaml:31:5 unknown-form-part 这张表没有二级指标“质量”——照表上的写法写二级指标'],
  ],
  [
    '事实写错',
    FORM,
    '事实: 项目总投入',
    '事实: 项目总投人',
    [
      'forms/1-1.yaml:29:63 unknown-form-fact 用这张表的项目类别不问“项目总投人”——是不是“项目总投入”？',
    ],
  ],
  [
    '类别没有问到的事实',
    FORM,
    ', 事实除外: school',
    '',
    [
      'forms/1-1.yaml:29:9 form-fact-not-asked 指标“项目总投入”对应的申报事实，项目类别“school”一个也没有问——补上这一类问的申报事实；确实没有同一个数的，写“事实除外”',
    ],
  ],
  [
    '事实除外的类别写错',
    FORM,
    '事实除外: school',
    '事实除外: scool',
    ['forms/1-1.yaml:29:76 unknown-form-line 用这张表的项目类别里没有“scool”——是不是“school”？'],
  ],
  [
    '事实除外用不上',
    FORM,
    '事实除外: school',
    '事实除外: [school, plant]',
    [
      'forms/1-1.yaml:29:9 form-fact-excepted 指标“项目总投入”的“事实除外”写了“plant”，用不上——这一类问到了所写的申报事实，或者没有写“事实”：删去“事实除外”里的它',
    ],
  ],
];

describe('申报表写错时的说法', () => {
  test('原来没有错误', async () => expect(await faultsOf(GUIDE)).toEqual([]));

  test.each(SLIPS)('%s', async (_, file, from, to, says) => {
    const text = GUIDE[file] ?? '';
    expect(text).toContain(from);
    expect(await faultsOf({ ...GUIDE, [file]: text.replace(from, to) })).toEqual(says);
  });
});

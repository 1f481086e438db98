/** A small invented list, as its keeper would send it. */
export interface DemonstrationList {
  readonly register: string;
  /** '' for one that isn't yearly. */
  readonly year: string;
  readonly source: string;
  /** ISO date. */
  readonly asOf: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const PRECISION = ['91320583MADEM0011F', '苏州示例精工装备有限公司'] as const;
const SOFTWARE = ['91320115MADEM002X3', '南京示例软件股份有限公司'] as const;
const MACHINERY = ['91320381MADEM00380', '新沂示例工程机械有限公司'] as const;
const PLATFORM = ['91320214MADEM0046L', '无锡示例工业互联网有限公司'] as const;
const SERVICE = ['12320600MADEM00540', '南通示例中小企业服务中心'] as const;
const ENERGY = ['91320924MADEM0062X', '射阳示例新能源科技有限公司'] as const;
const YOUNG = ['91321283MADEM0070F', '泰兴示例新材料有限公司'] as const;
const UNIT = ['统一社会信用代码', '单位名称'] as const;

const ABOVE_SCALE = {
  register: 'above-scale',
  columns: [...UNIT, '所在地', '行业代码'],
  rows: [
    [...PRECISION, '昆山市', '3421'],
    [...MACHINERY, '新沂市', '3514'],
    [...ENERGY, '射阳县', '3825'],
  ],
} as const;

/** What the offices of the demonstration would have received when the round opens. */
export const LISTS: readonly DemonstrationList[] = [
  {
    ...ABOVE_SCALE,
    year: '2021',
    source: '示例：2021年度规模以上工业企业名录',
    asOf: '2021-12-31',
  },
  {
    ...ABOVE_SCALE,
    year: '2022',
    source: '示例：2022年2月规模以上工业企业名录',
    asOf: '2022-02-28',
  },
  {
    register: 'business-registration',
    year: '',
    source: '示例：登记机关提供的登记信息',
    asOf: '2022-03-10',
    columns: [...UNIT, '注册地', '成立日期', '法人资格'],
    rows: [
      [...PRECISION, '江苏省苏州市昆山市', '2011-04-18', '是'],
      [...SOFTWARE, '江苏省南京市江宁区', '2014-09-02', '是'],
      [...MACHINERY, '江苏省徐州市新沂市', '2006-11-23', '是'],
      [...PLATFORM, '江苏省无锡市新吴区', '2017-06-30', '是'],
      [...SERVICE, '江苏省南通市', '2009-01-15', '是'],
      [...ENERGY, '江苏省盐城市射阳县', '2015-08-06', '是'],
      [...YOUNG, '江苏省泰州市泰兴市', '2021-05-11', '是'],
    ],
  },
  {
    register: 'recognitions',
    year: '',
    source: '示例：历年认定文件汇总',
    asOf: '2022-03-01',
    columns: [...UNIT, '认定类别', '级别', '认定年度', '认定日期', '名称', '文号', '有效期至'],
    rows: [
      [
        ...PRECISION,
        '智能制造示范车间',
        '省级',
        '2020',
        '2020-11-26',
        '精密部件加工车间',
        '示例〔2020〕41号',
        '',
      ],
      [
        ...PRECISION,
        '企业技术中心',
        '省级',
        '2018',
        '2018-12-10',
        '企业技术中心',
        '示例〔2018〕63号',
        '',
      ],
      [
        ...PLATFORM,
        '重点工业互联网平台',
        '省级',
        '2020',
        '2020-09-15',
        '示例云工业互联网平台',
        '示例〔2020〕33号',
        '',
      ],
      [...SOFTWARE, '大数据企业库', '省级', '2021', '2021-08-20', '', '示例〔2021〕28号', ''],
      [
        ...SERVICE,
        '中小企业公共服务示范平台',
        '省级',
        '2020',
        '2020-10-12',
        '中小企业公共服务平台',
        '示例〔2020〕37号',
        '2023-12-31',
      ],
    ],
  },
  {
    register: 'distinguished-enterprises',
    year: '',
    source: '示例：历年专精特新和单项冠军企业名单',
    asOf: '2022-02-15',
    columns: [...UNIT, '称号', '级别', '年度', '方式', '产品'],
    rows: [
      [...PRECISION, '专精特新小巨人企业', '省级', '2019', '首次认定', '五轴加工中心'],
      [...MACHINERY, '专精特新小巨人企业', '省级', '2021', '首次认定', '液压挖掘装置'],
    ],
  },
  {
    register: 'awards',
    year: '',
    source: '示例：2021年度授牌认定和获奖名单',
    asOf: '2022-01-31',
    columns: [...UNIT, '事项', '年度', '等级'],
    rows: [[...SOFTWARE, '“i创杯”互联网创新创业大赛', '2021', '二等奖']],
  },
  {
    register: 'audit-firms',
    year: '2022',
    source: '示例：2022年度综合评价结果',
    asOf: '2022-01-20',
    columns: ['统一社会信用代码', '事务所名称', '等级'],
    rows: [
      ['91320100MADEMA019L', '南京示例会计师事务所（普通合伙）', 'AAA'],
      ['91320100MADEMA027F', '江苏示例联合会计师事务所（特殊普通合伙）', 'A'],
    ],
  },
  {
    register: 'dishonest',
    year: '',
    source: '示例：严重失信主体名单',
    asOf: '2022-03-10',
    columns: [...UNIT, '列入事由', '认定机关', '列入日期', '移出日期'],
    rows: [[...ENERGY, '示例：拖欠工程款，有履行能力而不履行', '示例法院', '2021-10-08', '']],
  },
  {
    register: 'supported-projects',
    year: '',
    source: '示例：历年立项项目汇总',
    asOf: '2022-02-28',
    columns: [
      ...UNIT,
      '立项年度',
      '项目类别',
      '项目名称',
      '补助金额',
      '已拨付金额',
      '验收情况',
      '验收日期',
    ],
    rows: [
      [
        ...PRECISION,
        '2019',
        '技术改造',
        '精密部件数字化车间改造',
        '260万元',
        '260万元',
        '已验收',
        '2021-04-22',
      ],
      [
        ...MACHINERY,
        '2020',
        '技术改造',
        '液压件柔性生产线改造',
        '300万元',
        '150万元',
        '未验收',
        '',
      ],
    ],
  },
  {
    register: 'used-numbers',
    year: '',
    source: '示例：历年项目用过的编号',
    asOf: '2022-02-28',
    columns: [...UNIT, '立项年度', '项目名称', '编号种类', '发票代码', '号码'],
    rows: [
      [...PRECISION, '2019', '精密部件数字化车间改造', '发票', '3200184130', '05417723'],
      [...PRECISION, '2019', '精密部件数字化车间改造', '合同', '', 'SL-2018-117'],
      [...MACHINERY, '2020', '液压件柔性生产线改造', '发票', '3200192130', '11820456'],
    ],
  },
];

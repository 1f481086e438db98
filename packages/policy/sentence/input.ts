import { orNearest, type SentenceTable } from './sentence-table.ts';

/** How a value of a type is written, for whoever fills in facts. */
const FORMS: Readonly<Record<string, string>> = {
  金额: '写成“3000万元”，也可用元、亿元',
  比例: '写成“60%”',
  年限: '写成“2年”或“18个月”',
  天数: '写成“30天”',
  日期: '写成“2021-12-31”',
  是否: '写“是”或“否”',
  选项: '写所列选项之一',
  多选: '写选项的列表',
  地区: '写设区市或县（市、区）的名称，例如“昆山市”',
  明细: '写成列表，每行一项',
  文字: '写成一段文字，不超过2000字',
};

/** Faults of what is told of an applicant, and of a round. */
export const INPUT: SentenceTable = {
  'input-not-a-map': () => ({
    message: '输入应当是“事实: 值”',
    fix: '写成一个对象，键是事实名称',
  }),
  'input-unknown-fact': (said) => ({
    message: `没有“${said('name')}”这个申报事实`,
    fix: orNearest(said('nearest'), '用 fuchi facts 查看一个项目类别的全部事实'),
  }),
  'input-unknown-column': (said) => ({
    message: `“${said('label')}”没有“${said('name')}”这一列`,
    fix: orNearest(said('nearest'), '用 fuchi facts 查看它的各列'),
  }),
  'input-shape': (said) => ({
    message: `“${said('label')}”的写法不对`,
    fix: '写成一个值，或者“{value, unit, source, evidence, moment}”',
  }),
  'input-type': (said) => ({
    message: `“${said('label')}”应当是${said('wanted')}，给的是“${said('given')}”`,
    fix: FORMS[said('wanted').replace(/（.*/u, '')] ?? '写成数字加单位',
  }),
  'input-number': (said) => ({
    message: `“${said('label')}”的“${said('given')}”不是可用的数`,
    fix: said('unit') === '' ? '写成数字' : `写成数字，单位是${said('unit')}`,
  }),
  'input-unit': (said) => ({
    message: `“${said('label')}”的单位不能是“${said('given')}”`,
    fix: said('unit') === '万元' ? '用万元、元或亿元' : `用“${said('unit')}”`,
  }),
  'input-whole': (said) => ({
    message: `“${said('label')}”应当是整数，给的是“${said('given')}”`,
    fix: '改为整数',
  }),
  'input-date': (said) => ({
    message: `“${said('label')}”的“${said('given')}”不是日历上的日期`,
    fix: '写成“2021-12-31”',
  }),
  'input-range': (said) => ({
    message: `“${said('label')}”的“${said('given')}”超出范围`,
    fix: rangeText(said('least'), said('most')),
  }),
  'input-option': (said) => ({
    message: `“${said('label')}”没有“${said('given')}”这个选项`,
    fix: orNearest(said('nearest'), `只能是：${said('words')}`),
  }),
  'input-unknown-region': (said) => ({
    message: `“${said('label')}”：没有“${said('given')}”这个地区`,
    fix: '写设区市或县（市、区）的名称，例如“昆山市”',
  }),
  'input-ambiguous': (said) => ({
    message: `“${said('label')}”：“${said('given')}”不止一处`,
    fix: `写全名：${said('candidates')}`,
  }),
  'input-empty': (said) => ({
    message: `“${said('label')}”没有内容`,
    fix: '不知道的不写；没有的写“{none: true}”',
  }),
  'input-empty-cell': (said) => ({ message: `“${said('label')}”没有填`, fix: '这一列必须填' }),
  'input-none': (said) => ({
    message: `“${said('label')}”不能是“无”`,
    fix: '不知道的不写',
  }),
  'input-moment': (said) => ({
    message: `没有“${said('given')}”这个时点`,
    fix: '只能是“申报”或“验收”',
  }),
  'input-rows': (said) => ({
    message: `“${said('label')}”应当是列表，至多${said('limit')}行`,
    fix: '写成列表，每行一项；没有列全的写“{rows: […], complete: false}”',
  }),
  'input-row': (said) => ({
    message: `“${said('label')}”的这一行写法不对`,
    fix: '每行写成“列: 值”',
  }),
  'input-unknown-clock': (said) => ({
    message: `没有“${said('name')}”这个批次日期`,
    fix: '批次里只能写“来自: 批次”的事实',
  }),
  'input-unknown-call': (said) => ({
    message: `没有申报通知条件“${said('name')}”`,
    fix: '编号见 call.yaml',
  }),
  'input-unknown-reading': (said) => ({
    message: `没有条文理解“${said('name')}”，或者它没有另解`,
    fix: '编号见 readings.yaml',
  }),
};

function rangeText(least: string, most: string): string {
  if (least === '') return `不超过${most}`;
  return most === '' ? `不小于${least}` : `在${least}与${most}之间`;
}

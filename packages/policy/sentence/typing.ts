import { orNearest, type SentenceTable } from './sentence-table.ts';

/** Faults in what an expression means: names, types, units, arguments. */
export const TYPING: SentenceTable = {
  'unknown-name': (said) => ({
    message: `没有“${said('name')}”这个名称`,
    fix: orNearest(said('nearest'), '在“申报事实”“数”或 facts.yaml 里先写上它'),
  }),
  'unknown-column': (said) => ({
    message: `“${said('table')}”没有“${said('name')}”这一列`,
    fix: orNearest(said('nearest'), '在它的“列”里先写上'),
  }),
  'unknown-attribute': (said) => ({
    message: `地区没有“${said('name')}”这个属性`,
    fix: `只能是：${said('words')}`,
  }),
  'no-attributes': (said) => ({
    message: `${said('given')}后面不能写“.${said('name')}”`,
    fix: '只有明细、地区和期间后面能写“.”',
  }),
  'unknown-function': (said) => ({
    message: `没有“${said('name')}”这个函数`,
    fix: orNearest(said('nearest'), '见 docs/language 里的函数表'),
  }),
  'unknown-table': (said) => ({
    message: `没有“${said('name')}”这张参考表`,
    fix: orNearest(said('nearest'), '参考表放在 reference/ 下'),
  }),
  'unknown-rows': (said) => ({
    message: `没有“${said('name')}”这张明细`,
    fix: orNearest(said('nearest'), '“逐项”写一个类型为“明细”的事实'),
  }),
  'unknown-reading': (said) => ({
    message: `没有条文理解“${said('id')}”`,
    fix: orNearest(said('nearest'), '在 readings.yaml 里先写上它'),
  }),
  'unknown-definition': (said) => ({
    message: `没有“${said('name')}”这个定义`,
    fix: orNearest(said('nearest'), '在 definitions.yaml 里先写上它'),
  }),
  'unknown-option': (said) => ({
    message: `没有“${said('written')}”这个选项`,
    fix: orNearest(said('nearest'), `只能是：${said('words')}`),
  }),
  'unknown-unit': (said) => ({
    message:
      said('written') === said('unit')
        ? `没有“${said('unit')}”这个单位`
        : `“${said('written')}”里没有“${said('unit')}”这个单位`,
    fix: orNearest(said('nearest'), '在 guide.yaml 的“计量单位”里先写上它'),
  }),
  'name-has-two-meanings': (said) => ({
    message: `“${said('name')}”既是这张明细的列，又是一个事实`,
    fix: '两者改用不同的名称',
  }),
  'item-hides-name': (said) => ({
    message: `“${said('name')}”已经是一个事实，不能再作每一行的名称`,
    fix: '换一个名称',
  }),
  'bare-number': (said) => ({
    message:
      said('written') === ''
        ? `不带单位的数不能与${said('other')}放在一起`
        : `“${said('written')}”没有单位，不能与${said('other')}放在一起`,
    fix:
      said('written') === ''
        ? '给数写上单位'
        : `写上单位，例如“${said('written')}${exampleUnit(said('other'))}”`,
  }),
  'bad-number': (said) => ({
    message: `“${said('written')}”不是可用的数`,
    fix: '数字不超过40位，只写数字和小数点',
  }),
  'ratio-over-100': (said) => ({
    message: `“${said('written')}”超过了100%`,
    fix: '核对数字；确实要超过的写成倍数，例如“1.2 * 甲”',
  }),
  'percentage-point': (said) => ({
    message: `“${said('written')}个百分点”不能作单位`,
    fix: `两个比例之差写成比例，例如“甲 - 乙 >= ${said('written')}%”`,
  }),
  'no-such-date': (said) => ({
    message: `没有“${said('written')}”这个日期`,
    fix: '日期写成“2021-12-31”，核对年、月、日',
  }),
  'types-differ': (said) => ({
    message: `${said('left')}不能与${said('right')}相比`,
    fix: '核对两边的名称和单位',
  }),
  'units-dont-fit': (said) => ({
    message: `${said('left')}“${said('op')}”${said('right')}没有意义`,
    fix: '核对两边的单位；加减要同一种单位，乘除时至多一边不是比例',
  }),
  'not-ordered': (said) => ({
    message: `${said('given')}没有大小之分`,
    fix: '只能用“=”“!=”或“in”',
  }),
  'not-a-number': (said) => ({
    message: `${said('given')}不能参加计算`,
    fix: '这里要金额、比例、数量、年限或天数',
  }),
  'not-a-date': () => ({ message: '这里要日期', fix: '写日期类型的事实，或者“2021-12-31”' }),
  'date-minus-date': () => ({
    message: '日期不能直接相减',
    fix: '写“days between(早, 晚)”“months between(早, 晚)”或“years between(早, 晚)”',
  }),
  'not-a-condition': (said) => ({
    message: `这里要一个能判断真假的式子，写的是${said('given')}`,
    fix: '补上比较，例如“>= 3000万元”',
  }),
  'not-values': (said) => ({
    message: `这里要一列数值，写的是${said('given')}`,
    fix: '写“明细.列”或“for 项 in 明细 return …”',
  }),
  'not-rows': (said) => ({
    message: `这里要明细，写的是${said('given')}`,
    fix: '写一个类型为“明细”的事实',
  }),
  'rows-nested-too-deep': () => ({
    message: '逐行判断嵌套超过两层',
    fix: '明细里最多再看一层明细',
  }),
  'range-alone': () => ({ message: '范围只能写在“in”后面', fix: '写成“甲 in [下限..上限]”' }),
  'ends-before-start': (said) => ({
    message: `“${said('from')}..${said('to')}”的结束早于或小于开始`,
    fix: '把两端对调，或者改正数字',
  }),
  'branches-differ': (said) => ({
    message: `“then”得${said('whenTrue')}，“else”得${said('otherwise')}`,
    fix: '两支要同一种类型',
  }),
  'wrong-type': (said) => ({
    message: `这里要${said('wanted')}，式子得出的是${said('given')}`,
    fix: '核对式子里的名称和单位',
  }),
  'wrong-argument-count': (said) => ({
    message: `“${said('name')}”要${said('wanted')}个参数，写了${said('given')}个`,
    fix: '补上或删去参数，参数之间用逗号',
  }),
  'round-quantum': (said) => ({
    message: '取整到多少要写成固定的数',
    fix: `第二个参数写一个大于零的${said('given')}，例如“0.01元”`,
  }),
  'lookup-column': () => ({
    message: '“lookup”要写明表和列',
    fix: '写成“lookup(LPR.一年期, 日期)”',
  }),
  'not-a-literal': (said) => ({
    message: `“${said('written')}”不是固定的数`,
    fix: '这里只能写固定的数，或者“数”里的名称',
  }),
};

function exampleUnit(type: string): string {
  const count = /^数量（(.+)）$/u.exec(type);
  if (count) return count[1] ?? '';
  return { 金额: '万元', 比例: '%', 年限: '年', 天数: '天' }[type] ?? '万元';
}

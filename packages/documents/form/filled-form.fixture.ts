import { type Filling, NO_TARGET, type OwnIndicator, type Target } from '@fuchi/forms/filling';
import { measureKey } from '@fuchi/forms/measure-choice';
import { type Form, type Indicator, indicatorsOf, kindsOf } from '@fuchi/guide/form';

const YEARS = ['2022', '2023', '2024'];
const GOALS = {
  first: '建成年产10万件精密部件的数字化车间，关键工序数控化率达到95%以上，单位产品能耗下降12%。',
  other: '2022年完成设备招标与安装；2023年完成调试并投产；2024年达产达标。',
};

/** A form filled in from the first field to the last, for an invented firm; the same each time. */
export function filledForm(form: Form): Filling {
  const [first = '', ...other] = form.goals;
  const targets = indicatorsOf(form).map(({ indicator }, i) => [
    indicator.id,
    Array.from({ length: Math.max(1, indicator.repeated - 1) }, (_, row) =>
      targetOf(indicator, i + row),
    ),
  ]);
  return {
    form: form.id,
    header: Object.fromEntries(
      form.header.flat().map(({ name, kind }, i) => [name, headerText(name, kind, i)]),
    ),
    goals: {
      [first]: GOALS.first,
      ...Object.fromEntries(other.map((goal) => [goal, GOALS.other])),
    },
    kinds: form.grouping?.choose === '一类' ? kindsOf(form).slice(1, 2) : kindsOf(form),
    targets: Object.fromEntries(targets),
    own: [
      own('新产品产值率', '%', '35'),
      own('首台（套）重大装备', '台', '2'),
      own('通过“两化融合”管理体系评定', '', '通过'),
      own('标准化车间', '个', '4'),
    ],
  };
}

function headerText(name: string, kind: string, index: number): string {
  if (kind === '日期') return index % 2 === 0 ? '2024-12-31' : '2022-03-16';
  if (name.includes('推荐')) return '示例市工业和信息化局、示例市财政局';
  if (name.includes('单位')) return '示例精密部件（江苏）股份有限公司';
  return '示例精密部件智能化改造项目';
}

function targetOf(indicator: Indicator, number: number): Target {
  const measure = indicator.measures.at(-1);
  if (measure === undefined) return NO_TARGET;
  const figure = measure.kind === '比例' ? '98.5' : `${1200 + number}`;
  const words = { 选项: measure.options[0] ?? '', 文字: '按期完成并通过验收' };
  const value = measure.kind === '选项' || measure.kind === '文字' ? words[measure.kind] : figure;
  return {
    value,
    measure: indicator.measures.length > 1 ? measureKey(measure) : '',
    unit: measure.ownUnit ? '千克标准煤/吨' : '',
    about: indicator.repeated > 0 ? `示例产品${number}` : '',
    years: indicator.yearly ? Object.fromEntries(YEARS.map((year) => [year, figure])) : {},
  };
}

function own(name: string, unit: string, value: string): OwnIndicator {
  return { name, unit, value, years: {} };
}

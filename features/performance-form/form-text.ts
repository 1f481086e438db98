import { numbered } from '@fuchi/forms/sheet-rows';
import type { CheckReply, FormReply } from './contract.ts';

type Indicator = FormReply['indicators'][number];
type Measure = Indicator['measures'][number];

/** A form's structure for the terminal. */
export function formText(form: FormReply): string {
  const lines = [
    `附件${form.id}　${form.title}（${form.year}）`,
    `项目类别：${form.lines.join(' ')}`,
    `表头：${form.header.map(({ name, kind }) => (kind === '日期' ? `${name}（日期）` : name)).join('、')}`,
    `目标：${form.goals.join('、')}`,
  ];
  if (form.grouping) {
    const { name, choose, kinds } = form.grouping;
    lines.push(`${name}（${choose === '一类' ? '选一类' : '至少选一类'}）：${kinds.join('、')}`);
  }
  lines.push('', form.common);
  const heads: (keyof Levels)[] = ['one', 'two', 'kind'];
  let before: Levels = { one: '', two: '', kind: '' };
  for (const indicator of form.indicators) {
    const [one = '', two = ''] = indicator.levels;
    const levels: Levels = { one, two, kind: indicator.kind };
    heads.forEach((head, depth) => {
      const same = heads.slice(0, depth + 1).every((h) => levels[h] === before[h]);
      if (!same && levels[head] !== '') lines.push(`${'  '.repeat(depth + 1)}${levels[head]}`);
    });
    before = levels;
    lines.push(`${'  '.repeat(levels.kind === '' ? 3 : 4)}${rowText(indicator)}`);
  }
  lines.push('', `${form.own}：自行添加`);
  if (form.notes.length > 0) {
    lines.push('', '说明：', ...form.notes.map((note, i) => `  ${i + 1}. ${note}`));
  }
  return lines.join('\n');
}

interface Levels {
  readonly one: string;
  readonly two: string;
  readonly kind: string;
}

function rowText(indicator: Indicator): string {
  const { label, measures, repeated, yearly, partOf, atMostOf, optionalFor, onlyFor } = indicator;
  const shown =
    repeated > 0 ? `${numbered(label, 0)}～${String(repeated).padStart(2, '0')} ……` : label;
  const says = [
    measures.map(measureText).join(' 或 '),
    ...(yearly === null ? [] : [`分年${yearly}`]),
    ...(partOf === null ? [] : [`“${partOf}”的一部分`]),
    ...(atMostOf === null ? [] : [`不超过“${atMostOf}”`]),
    ...(indicator.facts.length === 0 ? [] : [`与申报事实一致：${indicator.facts.join('、')}`]),
    ...(optionalFor.length === 0 ? [] : [`${optionalFor.join('、')}可不填`]),
    ...(onlyFor === null ? [] : [`只由${onlyFor}填写`]),
    ...(indicator.doubt === '' ? [] : [`存疑：${indicator.doubt}`]),
  ];
  return `${shown}　〔${says.join('；')}〕`;
}

function measureText({ key, kind, unit, ownUnit, decimal, least, most, options }: Measure): string {
  if (options.length > 0) return `${kind}：${options.join('／')}`;
  const what = key === '' || key === unit ? kind : `${key}：${kind}`;
  const parts = [
    ...(unit === '' ? [] : [unit]),
    ...(ownUnit ? ['单位自填'] : []),
    ...(kind === '数量' && !decimal ? ['整数'] : []),
    ...(kind === '比例' && (least !== '0' || most !== '100')
      ? [`${least ?? ''}..${most ?? ''}`]
      : []),
  ];
  return parts.length === 0 ? what : `${what}，${parts.join('，')}`;
}

const MARKS = { missing: '缺', fault: '错', remark: '请核对' } as const;

/** What is to be said of a filling, a line each, and how far it has come. */
export function checkText({ filled, required, findings }: CheckReply): string {
  const lines = findings.map(
    ({ severity, label, message, fix }) =>
      `${MARKS[severity]}　${label}：${message}${fix === '' ? '' : `。${fix}`}`,
  );
  const faults = findings.filter((f) => f.severity === 'fault').length;
  return [
    ...lines,
    `已填 ${filled} 项，共 ${required} 项；${faults === 0 ? '没有错误' : `${faults} 处错误`}。`,
  ].join('\n');
}

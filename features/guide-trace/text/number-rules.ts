import { dateOf, endOfMonth, formatDate } from '@fuchi/values/date';
import { dateMeasure, type Measure, numberMeasure } from '../measure.ts';
import { CHINESE_NUMBER, chineseNumber } from './chinese-number.ts';
import type { OccurrenceKind } from './occurrence.ts';

/** One way in which numbers stand in a text. Rules are tried in order; what one took, later ones leave. */
export interface NumberRule {
  readonly kind: OccurrenceKind;
  readonly pattern: RegExp;
  /** @param before what stands in front of the match */
  readonly measure: (found: RegExpExecArray, before: string) => Measure | undefined;
}

const UNITS = [
  '个',
  '家',
  '人次',
  '人',
  '名',
  '场次',
  '场',
  '次',
  '项',
  '条',
  '笔',
  '张',
  '台',
  '套',
  '辆',
  '种',
  '户',
  '件',
  '倍',
  '年度',
] as const;
const UNIT_SET: ReadonlySet<string> = new Set(UNITS);
const NUM = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const ANY = `(?:${NUM}|${CHINESE_NUMBER})`;
const INCLUSIVE = '(?:（含）)?';
const none = () => undefined;

export const NUMBER_RULES: readonly NumberRule[] = [
  {
    kind: 'reference',
    pattern:
      /附件[:：]?\d+(?:-\d+)*(?:~\d+(?:-\d+)*)?|第\d+(?:-\d+)+[表号条]|\d+-\d+~\d+-\d+|\d+-\d+(?=\.)/g,
    measure: none,
  },
  {
    kind: 'period',
    pattern: new RegExp(
      `(\\d{4})年(\\d{1,2})月(\\d{1,2})日${INCLUSIVE}[至到~-](?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日${INCLUSIVE}`,
      'g',
    ),
    measure: ([, y1, m1, d1, y2, m2, d2]) => {
      const from = day(y1, m1, d1);
      const to = day(y2 ?? y1, m2, d2);
      return from && to ? { dimension: 'period', value: `${from}..${to}` } : undefined;
    },
  },
  {
    kind: 'date',
    pattern: /(\d{4})年(\d{1,2})月(\d{1,2})日/g,
    measure: ([, y, m, d]) => dateMeasure(day(y, m, d) ?? ''),
  },
  {
    kind: 'date',
    pattern: /(\d{4})年(\d{1,2})月(底|末)?/g,
    measure: ([, y, m, end], before) => {
      // A bare month is a day only where the text says until or from when.
      const first = day(y, m, '1');
      if (end === undefined && !/截[至止]$/.test(before)) return undefined;
      return first === undefined ? undefined : dateMeasure(monthEnd(y, m) ?? '');
    },
  },
  {
    kind: 'date',
    pattern: /(\d{4})年(?:年)?[底末]/g,
    measure: ([, y]) => dateMeasure(`${y}-12-31`),
  },
  { kind: 'year', pattern: /(\d{4})年度?/g, measure: ([, y]) => yearMeasure(y) },
  {
    kind: 'relative-year',
    pattern: new RegExp(`近(${ANY})(?:个)?年度?`, 'g'),
    measure: ([, n]) => {
      const years = whole(n);
      return years === undefined ? undefined : { dimension: 'near', value: String(years) };
    },
  },
  {
    kind: 'relative-year',
    pattern: /上一?年度?(?=[^级])/g,
    measure: () => ({ dimension: 'past', value: '1' }),
  },
  {
    kind: 'ratio',
    pattern: new RegExp(`(${NUM})(?:%|个百分点)`, 'g'),
    measure: ([, n]) => number(n, '%'),
  },
  {
    kind: 'ratio',
    pattern: new RegExp(`(${CHINESE_NUMBER})分之(${CHINESE_NUMBER})`, 'g'),
    measure: ([, of, part]) => {
      const [n, d] = [chineseNumber(part ?? ''), chineseNumber(of ?? '')];
      return n === undefined || !d ? undefined : { dimension: 'ratio', value: `${n}/${d}` };
    },
  },
  { kind: 'ratio', pattern: /一半|半数/g, measure: () => ({ dimension: 'ratio', value: '1/2' }) },
  {
    kind: 'ratio',
    pattern: /([一二三四五六七八九])成(?=以[上下]|[，。；])/g,
    measure: ([, n]) => ({ dimension: 'ratio', value: `${whole(n) ?? 0}/10` }),
  },
  {
    kind: 'money',
    pattern: new RegExp(`(${ANY})((?:万亿|亿|万)?)元`, 'g'),
    measure: ([, n, scale]) => number(n, `${scale}元`),
  },
  { kind: 'name', pattern: new RegExp(`第(?:${ANY})[届批代名期]`, 'g'), measure: none },
  { kind: 'name', pattern: /[A-Za-z]+[-+]?\d+|\d+[-+]?[A-Za-z]+(?:\+\d+)?|\d+强/g, measure: none },
  // “531产业链”: a number behind an opening quote, without a unit, is part of what is quoted.
  { kind: 'name', pattern: /(?<=[“‘])\d+(?![\d.%万亿元年月日家个人])/g, measure: none },
  {
    kind: 'rank',
    pattern: /[特一二三]等奖/g,
    measure: ([text]) => ({ dimension: 'rank', value: text }),
  },
  {
    kind: 'name',
    pattern: /[一二三四五六七八九]级|[一二三四][期次](?=资金|补助|拨付)/g,
    measure: none,
  },
  {
    kind: 'parts',
    pattern: new RegExp(`(?<=分)(${ANY})(?:期|批|次|年)(?=安排|拨付|下达|支付)`, 'g'),
    measure: ([, n]) => {
      const parts = whole(n);
      return parts === undefined ? undefined : { dimension: 'parts', value: `${parts}/1` };
    },
  },
  {
    kind: 'duration',
    pattern: new RegExp(`(${ANY})(年|个月|天|日)(?!度)`, 'g'),
    measure: ([, n, unit]) => number(n, unit ?? ''),
  },
  {
    kind: 'duration',
    pattern: /半(年|个月|天|日)/g,
    measure: ([, unit]) =>
      unit === '年' ? number('6', '个月') : unit === '个月' ? undefined : number('0.5', '天'),
  },
  // 1-2家 states both ends.
  {
    kind: 'count',
    pattern: new RegExp(`(${NUM})(?=[-~至]${NUM}(${UNITS.join('|')}))`, 'g'),
    measure: ([, n, unit]) => number(n, unit ?? ''),
  },
  {
    kind: 'count',
    pattern: new RegExp(`(${NUM})((?:万亿|亿|万)?)(场（次）|${UNITS.join('|')})`, 'g'),
    measure: ([, n, scale, unit]) => number(n, `${scale}${unit === '场（次）' ? '场次' : unit}`),
  },
  {
    kind: 'count',
    pattern: new RegExp(`(?<![唯统同])(${CHINESE_NUMBER})(${UNITS.join('|')})(?!性)`, 'g'),
    measure: ([, n, unit]) => number(n, unit ?? ''),
  },
  {
    kind: 'count',
    pattern: new RegExp(`(${NUM})(万亿|亿|万)`, 'g'),
    measure: ([, n, scale]) => scaled(n, scale ?? ''),
  },
  {
    kind: 'count',
    pattern: /[十百千][万亿]|[一二三四五六七八九两][百千万亿]+/g,
    measure: ([n]) => scaled(n, ''),
  },
  // 2022世界…大会: a year in front of a name, without 年.
  { kind: 'name', pattern: /\d{4}(?=[\u4e00-\u9fff（])/g, measure: none },
  { kind: 'bare', pattern: new RegExp(NUM, 'g'), measure: ([n]) => number(n, '') },
  { kind: 'word', pattern: new RegExp(CHINESE_NUMBER, 'g'), measure: none },
];

function whole(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : chineseNumber(text);
}

function number(digits: string | undefined, unit: string): Measure | undefined {
  const plain = digits?.replaceAll(',', '') ?? '';
  const chinese = /^[\d.]+$/.test(plain) ? plain : String(chineseNumber(plain) ?? '');
  return numberMeasure(chinese, unit, UNIT_SET);
}

function scaled(digits: string | undefined, scale: string): Measure | undefined {
  const read = number(digits, scale === '' ? '' : `${scale}个`);
  return read && { dimension: 'count:', value: read.value };
}

function yearMeasure(year: string | undefined): Measure {
  return { dimension: 'year', value: `${Number(year)}/1` };
}

function day(y?: string, m?: string, d?: string): string | undefined {
  const date = dateOf(Number(y), Number(m), Number(d));
  return date === undefined ? undefined : formatDate(date);
}

function monthEnd(y?: string, m?: string): string | undefined {
  const first = dateOf(Number(y), Number(m), 1);
  return first === undefined ? undefined : formatDate(endOfMonth(first));
}

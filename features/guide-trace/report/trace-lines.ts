import { shownClause } from '../clause-path.ts';
import type { Exposure } from '../exposure/exposure.ts';
import type { Finding } from '../finding.ts';
import type { TextSlip } from '../slips/text-slip.ts';
import type { Trace, TracedOccurrence } from '../trace.ts';
import { shownValue } from './shown-value.ts';
import { dataPlace, findingPlace } from './trace-json.ts';
import {
  exposureReason,
  KIND_NAMES,
  placeOf,
  sentenceOf,
  shownPlace,
  slipSentence,
} from './trace-words.ts';

/** The trace as lines to read: the numbers of the body, what is wrong, the text's slips, the exposure. */
export function traceLines(
  trace: Trace,
  slips: readonly TextSlip[],
  exposure: Exposure,
): readonly string[] {
  return [
    ...occurrenceTable(trace),
    '',
    ...section('发现的问题', trace.findings.map(findingLine), '没有问题。'),
    '',
    ...section('指南文字的疏漏', slips.map(slipLine), '没有看出疏漏。'),
    '',
    ...exposureTable(exposure),
    '',
    summary(trace),
  ];
}

function occurrenceTable({ occurrences }: Trace): string[] {
  const body = occurrences.filter((o) => ['carried', 'reason', 'uncarried'].includes(o.state));
  const rows = body.map(({ occurrence: o, ...rest }) => {
    const shown = o.measure && shownValue(o.measure);
    return [
      `${o.line}:${o.column}`,
      o.text,
      shown ? `${shown.value}${shown.unit}` : '',
      shownClause(o.clause),
      carriedBy(rest),
    ];
  });
  return table(['位置', '正文', '值', '条款', '载于'], rows);
}

function carriedBy({ by, because }: Omit<TracedOccurrence, 'occurrence'>): string {
  if (by) return `${placeOf(by)}${by.name === '' ? '' : ` ${by.name}`}`;
  return because === '' ? '未载明' : `未载明：${because}`;
}

/** One finding: where it is, its code, and what to do. */
export function findingLine(finding: Finding): string {
  const at = findingPlace(finding);
  const data = 'figure' in finding ? finding.figure : dataPlace(finding);
  const place = at ? `正文 ${at.line}:${at.column}` : data ? shownPlace(data) : '';
  return `${place} ${finding.code} ${sentenceOf(finding)}`;
}

function slipLine(slip: TextSlip): string {
  return `正文 ${slip.line}:${slip.column} ${shownClause(slip.clause)} ${slipSentence(slip)}`;
}

function exposureTable({ rows, total }: Exposure): string[] {
  const cells = rows.map((r) => [
    r.title,
    r.places ?? '—',
    r.ceiling ?? '—',
    r.amount ?? exposureReason(r.because),
  ]);
  return [
    '最多可能补助（支持数量 × 封顶，万元）',
    ...table(['项目类别', '数量', '封顶', '合计'], cells),
    `能算出的合计 ${total} 万元。`,
  ];
}

function summary({ occurrences, figures, findings }: Trace): string {
  const count = (state: TracedOccurrence['state']) =>
    occurrences.filter((o) => o.state === state).length;
  const kinds = new Map<string, number>();
  for (const { occurrence, state } of occurrences) {
    if (state !== 'structural') continue;
    const name = KIND_NAMES[occurrence.kind];
    kinds.set(name, (kinds.get(name) ?? 0) + 1);
  }
  const others = [...kinds].map(([name, n]) => `${name} ${n}`).join('、');
  return [
    `正文的数 ${count('carried') + count('reason') + count('uncarried')} 处：`,
    `载明 ${count('carried')}，写明原因 ${count('reason')}，未载明 ${count('uncarried')}；`,
    `另有${others}；附件里 ${count('annex')} 处随附件逐字核对。`,
    `数据里的数 ${figures.length} 个。问题 ${findings.length} 处。`,
  ].join('');
}

function section(title: string, lines: readonly string[], none: string): string[] {
  return lines.length === 0 ? [none] : [`${title}（${lines.length}）`, ...lines];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((h, i) => Math.max(width(h), ...rows.map((r) => width(r[i] ?? ''))));
  return [head, ...rows].map((row) =>
    row.map((cell, i) => (i === row.length - 1 ? cell : pad(cell, widths[i] ?? 0))).join('  '),
  );
}

function pad(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)));
}

/** Columns on a terminal, where a Chinese character takes two. */
function width(text: string): number {
  let sum = 0;
  for (const c of text) sum += /[\u2e80-\uffef]/.test(c) ? 2 : 1;
  return sum;
}

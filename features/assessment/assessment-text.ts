import type {
  Amount,
  AssessedCondition,
  AssessedStage,
  Assessment,
  Change,
  Gap,
} from '@fuchi/policy/assess/assessment';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { sentenceOf } from '@fuchi/policy/sentence/sentence';
import {
  BECAUSE_WORDS,
  OUTCOME_WORDS,
  STRENGTH_WORDS,
  VERDICT_WORDS,
} from '@fuchi/policy/sentence/words';
import { rowName } from '@fuchi/ui/facts/row-word';

/** An assessment as the command line prints it: verdict, ceiling, clause by clause, what is missing. */
export function assessmentText(a: Assessment, guide: CheckedGuide): string {
  const sections = [
    [`${a.title}（${a.line}）：${VERDICT_WORDS[a.verdict]}`, ...amountLines(a)],
    block(
      '条件',
      a.conditions.map((c) => conditionText(c, guide)),
    ),
    block(
      '补助计算',
      a.steps.map(
        (s) => `${s.label} = ${stepValue(s.value)}${s.value === null ? '' : s.unit}（${s.clause}）`,
      ),
    ),
    block('拨付', a.stages.map(stageText)),
    block(
      '还缺的事实',
      a.missing.map(
        (m) =>
          `${m.label}${rowText(guide, m.fact, m.row)}（${m.fact}；条款 ${m.clauses.join('、')}）`,
      ),
    ),
    block(
      '数据不一致',
      a.conflicts.map(
        (c) =>
          `${c.label}${rowText(guide, c.fact, c.row)}：${c.values.map((v) => `${v.source || '填报'} ${v.value}`).join('，')}${c.decidedBy ? `；以${c.decidedBy}为准` : '；各种取值都已试算'}`,
      ),
    ),
    block('怎样会改变结论', a.wouldChange.map(changeText)),
    block(
      '所依据的条文理解',
      a.readings.map((id) => readingText(id, guide)),
    ),
    block(
      '说明',
      a.notes.map((n) => noteText(n.code, n.facts)),
    ),
    [
      `指南 ${a.guide.id} ${a.guide.version}，摘要 ${a.guide.digest.slice(0, 16)}${a.asOf ? `，申报日期 ${a.asOf}` : ''}`,
    ],
  ];
  return sections
    .filter((s) => s.length > 0)
    .map((s) => s.join('\n'))
    .join('\n\n');
}

/** All lines in short, one a row. */
export function screeningText(all: readonly Assessment[]): string {
  return all
    .map((a) => {
      const amount = a.ceiling
        ? `补助上限 ${amountText(a.ceiling)}`
        : a.cap
          ? `封顶 ${a.cap}万元`
          : '';
      const why = a.failing.length > 0 ? `不符合条款 ${a.failing.join('、')}` : amount;
      return `${VERDICT_WORDS[a.verdict]}  ${a.title}（${a.line}）${why === '' ? '' : `  ${why}`}`;
    })
    .join('\n');
}

function block(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((l) => `  ${l}`)];
}

function amountLines(a: Assessment): string[] {
  const lines: string[] = [];
  if (a.ceiling) lines.push(`补助上限：${amountText(a.ceiling)}`);
  else if (a.ifEligible) lines.push(`如符合条件，补助上限：${amountText(a.ifEligible)}`);
  if (a.cap) lines.push(`封顶：${a.cap}万元`);
  return lines;
}

function amountText(amount: Amount): string {
  if ('amount' in amount) return `${amount.amount}万元`;
  return amount.atMost === null
    ? `不少于${amount.atLeast}万元`
    : `${amount.atLeast}至${amount.atMost}万元`;
}

function stepValue(value: Assessment['steps'][number]['value']): string {
  if (value === null) return '未知';
  if (typeof value === 'string') return value;
  return value.atMost === null ? `不少于${value.atLeast}` : `${value.atLeast}至${value.atMost}`;
}

function conditionText(c: AssessedCondition, guide: CheckedGuide): string {
  const strength = c.strength === 'hard' ? '' : `〔${STRENGTH_WORDS[c.strength]}〕`;
  const because = c.because ? `（${BECAUSE_WORDS[c.because]}）` : '';
  const rows = (c.rows ?? [])
    .filter((r) => r.outcome !== 'met')
    .map(
      (r) =>
        `\n    ${rowName(guide, cellOf(c, r.row), r.row)}：${OUTCOME_WORDS[r.outcome]}${r.gap ? `，${gapText(r.gap)}` : ''}`,
    );
  const gap = c.gap ? `，${gapText(c.gap)}` : '';
  return `[${OUTCOME_WORDS[c.outcome]}] ${c.clause} ${strength}${because === '' && gap === '' ? c.says : c.says.replace(/。$/u, '')}${because}${gap}${rows.join('')}`;
}

function cellOf({ facts }: AssessedCondition, row: number): string {
  return facts.find((fact) => fact.row === row)?.id ?? '';
}

function gapText(gap: Gap): string {
  const unit = gap.unit === '天' ? '' : gap.unit;
  const far = gap.short === '0' ? '' : `，差${gap.short}${gap.unit}`;
  return `现为${gap.have}${unit}，要求${gap.need}${unit}${far}`;
}

function stageText(s: AssessedStage): string {
  const amount =
    s.amount !== undefined
      ? `${s.amount}万元`
      : s.atLeast !== undefined
        ? amountText({ atLeast: s.atLeast, atMost: s.atMost ?? null })
        : s.atMost
          ? `至多${s.atMost}万元`
          : '指南没有给出金额';
  return `${s.stage}：${amount}${s.trigger === '' ? '' : `（${s.trigger}）`}，条款 ${s.clause}`;
}

function rowText(guide: CheckedGuide, fact: string, row: number | undefined): string {
  return row === undefined ? '' : `（${rowName(guide, fact, row)}）`;
}

function changeText(change: Change): string {
  const moves = change.changes.map((c) => {
    const unit = c.unit ?? '';
    const to = `${word(c.to)}${unit}`;
    return change.beyond
      ? `${c.label}现为${word(c.from)}${unit}，界限是${to}`
      : `${c.label}改为${to}`;
  });
  const end = change.beyond
    ? `越过界限则${VERDICT_WORDS[change.verdict]}`
    : `则由不符合变为${VERDICT_WORDS[change.verdict]}`;
  return `${moves.join('，且')}，${end}（条款 ${change.clauses.join('、')}）`;
}

function word(value: string | boolean | null): string {
  if (value === null) return '未知';
  return typeof value === 'boolean' ? (value ? '是' : '否') : value;
}

function readingText(id: string, guide: CheckedGuide): string {
  const reading = guide.guide.readings.find((r) => r.id === id);
  return reading ? `${id} ${reading.point}：${reading.standard}` : id;
}

function noteText(code: string, facts: Readonly<Record<string, string>>): string {
  const { message, fix } = sentenceOf(code, facts);
  return fix === '' ? message : `${message}；${fix}`;
}

import type { AssessedCondition, AssessedStage, Assessment } from '@fuchi/policy/assess/assessment';
import { papersFor } from '@fuchi/policy/assess/papers';
import type { Program } from '@fuchi/policy/assess/program';
import type { GivenFacts } from '@fuchi/policy/facts/given';
import { BECAUSE_WORDS, OUTCOME_WORDS } from '@fuchi/policy/sentence/words';
import { stepValue } from '@fuchi/ui/assessment/amount-value';
import { CHANGE_TITLES, changeText } from '@fuchi/ui/assessment/change-words';
import { figureText } from '@fuchi/ui/assessment/figure-text';
import { gapText } from '@fuchi/ui/assessment/gap-words';
import { notApplicableWords } from '@fuchi/ui/assessment/not-applicable-words';
import { noteText } from '@fuchi/ui/assessment/note-text';
import { valueText } from '@fuchi/ui/assessment/value-text';
import { clauseWords } from '@fuchi/ui/clause-words';
import { rowName } from '@fuchi/ui/facts/row-word';
import { GROUP_TITLES } from '../calculator/group-titles.ts';
import type { Standing } from '../calculator/standing.ts';
import {
  cell,
  paragraph,
  quiet,
  type ReportCell,
  type ReportPart,
  type ReportTable,
} from './report-blocks.ts';

/** One line clause by clause: the most it allows and how that comes about, conditions, papers, what is still open. */
export function linePart(
  { assessment, section, group, lacking }: Standing,
  program: Program,
  given: GivenFacts,
): ReportPart {
  const papers = papersFor(program, given).filter((p) => p.needed !== 'no');
  const { steps, stages, wouldChange, verdict, notes } = assessment;
  const said = notes.filter(({ code }) => code !== 'ceiling-not-award');
  const texts: readonly (readonly [lead: string, texts: readonly string[]])[] = [
    ['还要知道：', lacking.map((l) => l.label)],
    [`${CHANGE_TITLES[verdict]}：`, wouldChange.map(changeText)],
    [
      '要准备的材料：',
      papers.map(
        ({ paper, needed }) =>
          `${paper.name}${paper.issuer === '' ? '' : `（${paper.issuer}出具）`}${needed === 'unknown' ? '〔视填报情况〕' : ''}`,
      ),
    ],
    ['提示：', said.map(noteText)],
  ];
  const blocks = [
    paragraph('结论：', `${GROUP_TITLES[group]}。${ceilingText(assessment)}`),
    conditionTable(assessment.conditions, program),
    ...(steps.length > 0 ? [stepTable(assessment)] : []),
    ...(stages.length > 0 ? [stageTable(assessment)] : []),
    ...texts
      .filter(([, list]) => list.length > 0)
      .map(([lead, list]) => paragraph(lead, `${list.join('；')}。`)),
  ];
  return { heading: `${section} ${assessment.title}`, blocks };
}

function ceilingText({ ceiling, cap, verdict }: Assessment): string {
  const lead = verdict === 'eligible' ? '补助上限' : '若符合，补助上限';
  const text = ceiling === null ? '尚不能算出' : figureText(stepValue(ceiling), '万元');
  return `${lead}${text}${cap === null ? '' : `，条文封顶${figureText(cap, '万元')}`}。`;
}

function conditionTable(conditions: readonly AssessedCondition[], program: Program): ReportTable {
  return {
    kind: 'table',
    name: `${program.line.title}：支持条件`,
    columns: [
      { title: '条款', kind: 'narrow' },
      { title: '支持条件和所依据的填写', kind: 'text' },
      { title: '情况', kind: 'narrow' },
    ],
    rows: conditions.map((c) => [
      cell(clauseWords(c.clause)),
      cell(c.says, seenBy(c, program)),
      cell(
        OUTCOME_WORDS[c.outcome],
        quiet(
          c.because ? BECAUSE_WORDS[c.because] : '',
          c.strength === 'priority' ? '不作门槛' : '',
        ),
      ),
    ]),
  };
}

/** By how much it is missed, what it looked at, each row's outcome, or why it doesn't apply. */
function seenBy(condition: AssessedCondition, program: Program): ReportCell['below'] {
  const { gap, facts, rows, outcome } = condition;
  const single = facts.filter((f) => f.row === undefined);
  const why = outcome === 'not-applicable' ? notApplicableWords(condition, program) : '';
  return [
    ...(gap ? [{ text: gapText(gap, facts, program.guide), kind: 'gap' as const }] : []),
    ...quiet(
      single.map((f) => `${f.label}：${valueText(f.value, f.unit)}`).join('；'),
      why === '' ? '' : `不适用的原因：${why}`,
    ),
    ...(rows ?? []).flatMap(({ row, outcome, gap }): ReportCell['below'] => {
      const seen = facts.filter((f) => f.row === row);
      return [
        ...quiet(
          `${rowName(program.guide, seen[0]?.id ?? '', row)}${OUTCOME_WORDS[outcome]}：${seen.map((f) => `${f.label}${valueText(f.value, f.unit)}`).join('，')}`,
        ),
        ...(gap ? [{ text: gapText(gap, seen, program.guide), kind: 'gap' as const }] : []),
      ];
    }),
  ];
}

function stepTable({ steps, title }: Assessment): ReportTable {
  return {
    kind: 'table',
    name: `${title}：补助上限怎么算`,
    columns: [
      { title: '补助上限怎么算', kind: 'text' },
      { title: '数额', kind: 'figure' },
      { title: '条款', kind: 'narrow' },
    ],
    rows: steps.map((s) => [
      cell(s.label),
      cell(figureText(s.value, s.unit === '' ? '' : ` ${s.unit}`)),
      cell(s.clause),
    ]),
  };
}

function stageTable({ stages, title }: Assessment): ReportTable {
  return {
    kind: 'table',
    name: `${title}：分几批拨付`,
    columns: [
      { title: '拨付批次', kind: 'text' },
      { title: '上限（万元）', kind: 'figure' },
      { title: '条款', kind: 'narrow' },
    ],
    rows: stages.map((s) => [cell(s.stage, quiet(s.trigger)), cell(stageText(s)), cell(s.clause)]),
  };
}

function stageText({ amount, atLeast, atMost }: AssessedStage): string {
  if (amount !== undefined) return figureText(amount, '');
  if (atLeast === undefined && (atMost === undefined || atMost === null)) return '未写明';
  return figureText({ atLeast: atLeast ?? '0', atMost: atMost ?? null }, '');
}

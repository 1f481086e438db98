import type { FormBlock } from '@fuchi/documents/application/application-form';
import type { AssessedCondition, AssessedStage, Assessment } from '@fuchi/policy/assess/assessment';
import { BECAUSE_WORDS, OUTCOME_WORDS, VERDICT_WORDS } from '@fuchi/policy/sentence/words';
import { stepValue } from '@fuchi/ui/assessment/amount-value';
import { figureText } from '@fuchi/ui/assessment/figure-text';
import { gapText } from '@fuchi/ui/assessment/gap-words';
import { notApplicableWords } from '@fuchi/ui/assessment/not-applicable-words';
import { valueText } from '@fuchi/ui/assessment/value-text';
import { clauseWords } from '@fuchi/ui/clause-words';
import { rowName } from '@fuchi/ui/facts/row-word';
import type { ReadContent } from './read-content.ts';

const STRENGTHS: Readonly<Record<AssessedCondition['strength'], string>> = {
  hard: '',
  'in-principle': '（原则上）',
  priority: '（优先，不作门槛）',
};

/** How the guide judges what was told: verdict, conditions clause by clause, the most it allows and its stages. */
export function assessmentBlocks(read: ReadContent): readonly FormBlock[] {
  const { assessment, content } = read;
  const { conditions, steps, stages, verdict } = assessment;
  return [
    {
      kind: 'text',
      lead: `自评结论：${VERDICT_WORDS[verdict]}。`,
      text: `按项目指南数据版本${content.guide.version}和截至${content.asOf}的填报内容自动比对，供核对使用，以主管部门审核为准。`,
    },
    {
      kind: 'text',
      lead: ceilingLead(assessment),
      text: '补助上限是指南允许的最高数额，不是立项金额；实际补助以立项文件为准。',
    },
    {
      kind: 'table',
      title: '（一）支持条件',
      table: {
        columns: [
          { title: '条款', align: 'center', share: 12 },
          { title: '支持条件', align: 'left', share: 42 },
          { title: '所依据的填报', align: 'left', share: 34 },
          { title: '结果', align: 'center', share: 12 },
        ],
        rows: conditions.map((c) => [
          clauseWords(c.clause),
          `${c.says}${STRENGTHS[c.strength]}`,
          seenWords(c, read),
          outcomeWords(c),
        ]),
      },
    },
    ...(steps.length === 0 ? [] : [stepBlock(assessment)]),
    ...(stages.length === 0 ? [] : [stageBlock(assessment, steps.length > 0)]),
  ];
}

function ceilingLead({ ceiling, ifEligible, cap, verdict }: Assessment): string {
  const shown = ceiling ?? ifEligible;
  const lead = verdict === 'eligible' ? '补助上限' : '若符合，补助上限';
  const text = shown === null ? '尚不能算出' : figureText(stepValue(shown), '万元');
  return `${lead}：${text}${cap === null ? '' : `（条文封顶${figureText(cap, '万元')}）`}。`;
}

function outcomeWords({ outcome, because }: AssessedCondition): string {
  const why = because === undefined ? '' : `\n${BECAUSE_WORDS[because]}`;
  return `${OUTCOME_WORDS[outcome]}${why}`;
}

/** What a condition looked at, by how much it is missed, or why it doesn't apply. */
function seenWords(condition: AssessedCondition, { program }: ReadContent): string {
  const { gap, facts, rows, outcome } = condition;
  const told = facts.filter((f) => f.row === undefined && f.value !== null);
  const why = outcome === 'not-applicable' ? notApplicableWords(condition, program) : '';
  return [
    told.map((f) => `${f.label}：${valueText(f.value, f.unit)}`).join('；'),
    ...(rows ?? []).map(({ row, outcome: of }) => {
      const cell = facts.find((f) => f.row === row)?.id ?? '';
      return `${rowName(program.guide, cell, row)}${OUTCOME_WORDS[of]}`;
    }),
    gap ? gapText(gap, facts, program.guide) : '',
    why === '' ? '' : `不适用：${why}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function stepBlock({ steps }: Assessment): FormBlock {
  return {
    kind: 'table',
    title: '（二）补助上限的计算',
    table: {
      columns: [
        { title: '项目', align: 'left', share: 54 },
        { title: '数额', align: 'right', share: 31 },
        { title: '条款', align: 'center', share: 15 },
      ],
      rows: steps.map((s) => [s.label, figureText(s.value, s.unit), s.clause]),
    },
  };
}

function stageBlock({ stages }: Assessment, second: boolean): FormBlock {
  return {
    kind: 'table',
    title: `（${second ? '三' : '二'}）拨付批次`,
    table: {
      columns: [
        { title: '批次', align: 'left', share: 24 },
        { title: '补助上限（万元）', align: 'right', share: 26 },
        { title: '何时拨付', align: 'left', share: 35 },
        { title: '条款', align: 'center', share: 15 },
      ],
      rows: stages.map((s) => [s.stage, stageWords(s), s.trigger, s.clause]),
    },
  };
}

function stageWords({ amount, atLeast, atMost }: AssessedStage): string {
  if (amount !== undefined) return figureText(amount, '');
  if (atLeast === undefined && (atMost === undefined || atMost === null)) return '未写明';
  return figureText({ atLeast: atLeast ?? '0', atMost: atMost ?? null }, '');
}

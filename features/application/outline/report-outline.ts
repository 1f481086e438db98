import {
  type OutlinePart,
  type OutlineSection,
  reportOutlineDocument,
} from '@fuchi/documents/application/report-outline';
import type { OfficialDocument } from '@fuchi/documents/document';
import { printedValue } from '@fuchi/documents/form/printed-value';
import { countedOf } from '@fuchi/forms/counted-filling';
import { indicatorsOf } from '@fuchi/guide/form';
import { fullClause } from '@fuchi/guide/full-clause';
import type { AssessedCondition } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { valueText } from '@fuchi/ui/assessment/value-text';
import { clauseWords } from '@fuchi/ui/clause-words';
import { textPairs } from '../prints/asked-texts.ts';
import { goalsOf } from '../prints/goals-of.ts';
import { type ReadContent, readContent, type SaidContent } from '../prints/read-content.ts';
import { valueWords } from '../prints/value-words.ts';

const text = (said: string): OutlinePart => ({ kind: 'text', text: said });
const prompt = (said: string): OutlinePart => ({ kind: 'prompt', text: said });
const heading = (said: string): OutlinePart => ({ kind: 'heading', text: said });

/**
 * 资金申请报告, an outline in Word: the sections this line's report has, with what the application says already in
 * its place and a prompt in 【】 where the applicant goes on.
 * @throws where the guide isn't the content's
 * @example writeDocx(reportOutline(content, guide))
 */
export function reportOutline(content: SaidContent, guide: CheckedGuide): OfficialDocument {
  const read = readContent(content, guide);
  const { line } = read;
  return reportOutlineDocument({
    title: '资金申请报告',
    subtitle: `${guide.guide.year}年度${guide.guide.fund}\n${line.title}`,
    applicant: content.organisation.name,
    sections: [
      unitSection(read),
      projectSection(read),
      conditionSection(read),
      moneySection(read),
      goalSection(read),
      paperSection(read),
    ],
  });
}

function unitSection({ content }: ReadContent): OutlineSection {
  const { name, creditCode } = content.organisation;
  const known = [
    `单位名称：${name}`,
    ...(creditCode === null ? [] : [`统一社会信用代码：${creditCode}`]),
    ...textPairs(content.fields, 'unit').map(({ label, text: said }) => `${label}：${said}`),
  ];
  return {
    heading: '申报单位基本情况',
    parts: [
      ...known.map(text),
      prompt(
        '写明主营业务和主要产品、近两年经营和财务状况、人员和技术力量、与本项目有关的资质和荣誉。',
      ),
    ],
  };
}

function projectSection({ content, line }: ReadContent): OutlineSection {
  const directions = line.directions.map(
    ({ clause, says }) => `${fullClause(line.section, clause)}：${says}`,
  );
  return {
    heading: '项目概况',
    parts: [
      text(`项目名称：${content.title}`),
      text(`项目类别：${line.section} ${line.title}`),
      ...textPairs(content.fields, 'project').map(({ label, text: said }) =>
        text(`${label}：${said}`),
      ),
      ...(directions.length === 0
        ? []
        : [text('指南的支持方向：'), ...directions.map(text), prompt('写明项目属于哪个方向。')]),
      prompt('写明项目背景和必要性、建设内容和技术路线、实施地点、进度安排和目前进展。'),
    ],
  };
}

function conditionSection(read: ReadContent): OutlineSection {
  return {
    heading: '对照支持条件逐条说明',
    parts: read.assessment.conditions.flatMap((condition, i) => [
      heading(`（${chinese(i + 1)}）${clauseOf(read, condition)}`),
      text(`指南规定：${condition.says}`),
      ...toldBy(condition).map(text),
      prompt(
        condition.outcome === 'not-applicable'
          ? '本条不适用的，写明原因。'
          : '写明本单位如何符合本条，并指出是哪一份附件。',
      ),
    ]),
  };
}

function clauseOf({ line }: ReadContent, { clause }: AssessedCondition): string {
  return clause.startsWith('call-') ? clauseWords(clause) : fullClause(line.section, clause);
}

function toldBy({ facts }: AssessedCondition): readonly string[] {
  const told = facts.filter((f) => f.row === undefined && f.value !== null);
  if (told.length === 0) return [];
  return [`填报情况：${told.map((f) => `${f.label}：${valueText(f.value, f.unit)}`).join('；')}。`];
}

/** Amounts as they were told, and what the guide says of the subsidy; never an award. */
function moneySection(read: ReadContent): OutlineSection {
  const { guide, given, uses, line, content } = read;
  const asked = [...uses.conditions, ...uses.amount, ...uses.rest];
  const amounts = asked.flatMap((id) => {
    const spec = guide.facts[id];
    const isMoney = spec?.type.kind === 'number' && spec.type.dimension === 'money';
    const said = isMoney && given.has(id) ? valueWords(read.known.get(id), spec) : '';
    return spec && said !== '' ? [`${spec.label}：${said}`] : [];
  });
  const sources = textPairs(content.fields, 'project').filter(({ label }) =>
    /资金|贷款|投资/u.test(label),
  );
  return {
    heading: '项目投入与资金来源',
    parts: [
      ...amounts.map(text),
      ...sources.map(({ label, text: said }) => text(`${label}：${said}`)),
      ...(line.subsidy && line.subsidy.says !== ''
        ? [
            text(
              `指南规定的补助标准（${fullClause(line.section, line.subsidy.clause.text)}）：${line.subsidy.says}`,
            ),
          ]
        : []),
      prompt('列出投入明细和资金来源，写明到申报时实际完成的投入、单独核算的情况和资金的用途。'),
    ],
  };
}

function goalSection(read: ReadContent): OutlineSection {
  const goals = goalsOf(read);
  const filling = goals && countedOf(goals.form, goals.filling);
  const rows = goals
    ? indicatorsOf(goals.form).flatMap(({ indicator }) =>
        (filling?.targets[indicator.id] ?? [])
          .filter(({ value }) => value !== '')
          .map((target) => `${indicator.label}：${printedValue(indicator, target)}`),
      )
    : [];
  return {
    heading: '绩效目标',
    parts: [
      ...Object.entries(filling?.goals ?? {}).map(([name, said]) => text(`${name}：${said}`)),
      ...(rows.length === 0 ? [] : [text(`主要指标：${rows.join('；')}。`)]),
      prompt('写明预期的经济效益和社会效益，与绩效目标申报表一致。'),
    ],
  };
}

function paperSection({ papers }: ReadContent): OutlineSection {
  const needed = papers.filter(({ needed: is }) => is !== 'no');
  return {
    heading: '附件目录',
    parts: needed.map(({ paper, needed: is }, i) =>
      text(
        `${i + 1}. ${paper.name}${paper.issuer === '' ? '' : `（${paper.issuer}出具）`}${is === 'unknown' ? '（视填报情况）' : ''}`,
      ),
    ),
  };
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** @example chinese(21) // '二十一' */
function chinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens === 1 ? '' : DIGITS[tens]}十${DIGITS[ones] ?? ''}`;
}

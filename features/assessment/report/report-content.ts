import { readQuestion } from '@fuchi/policy/assess/assess-line';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Regions } from '@fuchi/values/region';
import type { Answers } from '../answers/answers.ts';
import { assessAll, compileAll } from '../assess-all.ts';
import { isWanted } from '../calculator/question.ts';
import { GROUPS, sortingStandings } from '../calculator/standing.ts';
import { questionOf } from '../round-entry.ts';
import { answerTable } from './report-answers.ts';
import {
  paragraph,
  type ReportBlock,
  type ReportContent,
  type ReportPart,
  type ReportSection,
} from './report-blocks.ts';
import { linePart } from './report-line.ts';
import { readingTable } from './report-readings.ts';
import { refusalTable, summaryTable } from './report-summary.ts';

export interface ReportQuestion {
  readonly guide: CheckedGuide;
  readonly regions: Regions;
  readonly answers: Answers;
  /** The day the report is made, as it is printed; decides nothing. */
  readonly madeOn: string;
}

const REMARK =
  '本报告根据申报单位自行填写的内容测算，仅供参考，不代表审核意见。补助上限是指南允许的最高额，不是立项金额；实际补助通常低于上限，取决于当年预算、评审和支持数量。';

/**
 * 政策匹配自测报告 as data: where every line stands, clause by clause where it fits or is open, why not where it
 * doesn't, and every answer that rests under it. A pure function; the page and the document writers show the same.
 * @example reportContent({ guide, regions, answers, madeOn: '2022-04-30' }).sections[0]?.heading // '一、各项目类别结论'
 */
export function reportContent({ guide, regions, answers, madeOn }: ReportQuestion): ReportContent {
  const { facts, round } = answers;
  const programs = compileAll(guide, round);
  const question = questionOf(facts, round);
  const { assessments, faults } = assessAll(guide, programs, regions, question);
  const groups = sortingStandings(guide)(assessments, facts);
  const shown = GROUPS.flatMap((g) => groups.get(g) ?? []).filter((s) => isWanted(s, answers));
  const given = readQuestion(guide, regions, question).facts;
  // Open lines of which nothing was told would fill pages with what isn't known.
  const cared = answers.wanted.length > 0;
  const told = shown.filter(
    ({ group, begun }) => group === 'eligible' || (group === 'undetermined' && (begun || cared)),
  );
  const detailed = told.flatMap((standing) => {
    const program = programs.find((p) => p.line.id === standing.assessment.line);
    return program ? [linePart(standing, program, given)] : [];
  });
  const refused = shown.filter(({ group }) => group === 'ineligible');
  const rested = new Set(told.flatMap(({ assessment }) => assessment.readings));
  const readings = guide.guide.readings.filter((r) => rested.has(r.id));
  const sections = [
    section('各项目类别结论', [summaryTable(shown, guide)]),
    section('符合和已开始填写的类别：逐条情况', [], detailed),
    section('不符合的类别：差在哪里', refused.length > 0 ? [refusalTable(refused, guide)] : []),
    section(
      '逐条情况依据的条文理解',
      readings.length > 0 ? [readingTable(readings, round.otherReadings)] : [],
    ),
    section('本次填写的内容', [
      answerTable(guide, answers, faults),
      paragraph('', '没有列出的事实均为未填，按未知处理。'),
    ]),
  ].filter(({ blocks, parts }) => blocks.length + parts.length > 0);
  return {
    title: '政策匹配自测报告',
    stamp: stampOf(guide, answers, madeOn),
    remark: REMARK,
    notes: notesOf(guide, answers, faults.length),
    sections: sections.map((s, i) => ({ ...s, heading: `${NUMBERS[i]}、${s.heading}` })),
  };
}

function stampOf({ guide }: CheckedGuide, { round }: Answers, madeOn: string) {
  return [
    { label: '指南', text: guide.title },
    { label: '指南数据版本', text: guide.version },
    { label: '校验码', text: guide.digest },
    { label: '生成日期', text: madeOn },
    { label: '申报日期', text: round.asOf === '' ? '未填' : round.asOf },
  ];
}

function notesOf(guide: CheckedGuide, answers: Answers, faulty: number): readonly string[] {
  const directions = guide.guide.categories
    .flatMap((c) => c.items)
    .filter((i) => answers.wanted.includes(i.clause))
    .map((i) => `${i.clause}${i.title}`);
  const aside = guide.lines.filter((l) => answers.aside.includes(l.id)).map((l) => l.title);
  const call = guide.call.filter((c) => answers.round.call.includes(c.clause)).map((c) => c.says);
  return [
    directions.length > 0 ? `只列所选方向：${directions.join('、')}。` : '',
    aside.length > 0 ? `填写人表示与本单位无关、未列入的：${aside.join('、')}。` : '',
    call.length > 0 ? `已启用申报通知另加的条件：${call.join('')}` : '',
    faulty > 0 ? `有${faulty}处填写有误，按未知处理，见“本次填写的内容”。` : '',
  ].filter((note) => note !== '');
}

const NUMBERS = ['一', '二', '三', '四', '五'];

function section(
  heading: string,
  blocks: readonly ReportBlock[],
  parts: readonly ReportPart[] = [],
): ReportSection {
  return { heading, blocks, parts };
}

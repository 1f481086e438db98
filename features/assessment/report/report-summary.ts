import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { BECAUSE_WORDS } from '@fuchi/policy/sentence/words';
import { stepValue } from '@fuchi/ui/assessment/amount-value';
import { changeText } from '@fuchi/ui/assessment/change-words';
import { figureText } from '@fuchi/ui/assessment/figure-text';
import { gapText } from '@fuchi/ui/assessment/gap-words';
import { MODE_NOTES } from '@fuchi/ui/assessment/line-mode';
import { citedClause } from '@fuchi/ui/clause-words';
import { GROUP_TITLES } from '../calculator/group-titles.ts';
import type { Standing } from '../calculator/standing.ts';
import { cell, quiet, type ReportCell, type ReportTable } from './report-blocks.ts';

/** One row a line: where it stands, the most it allows, and what decides it. */
export function summaryTable(standings: readonly Standing[], guide: CheckedGuide): ReportTable {
  return {
    kind: 'table',
    name: '各项目类别结论',
    columns: [
      { title: '项目类别', kind: 'text' },
      { title: '结论', kind: 'narrow' },
      { title: '补助上限（万元）', kind: 'figure' },
      { title: '说明', kind: 'text' },
    ],
    rows: standings.map((s) => [
      cell(`${s.section} ${s.assessment.title}`),
      cell(GROUP_TITLES[s.group]),
      cell(ceilingText(s)),
      reason(s, guide),
    ]),
  };
}

function ceilingText({ assessment: { ceiling, cap }, group }: Standing): string {
  if (group === 'not-applied' || group === 'ineligible') return '—';
  if (ceiling !== null) {
    const text = figureText(stepValue(ceiling), '');
    if (text !== '尚不能算出' || cap === null) return text;
  }
  return cap === null ? '尚不能算出' : figureText({ atLeast: '0', atMost: cap }, '');
}

function reason(
  { assessment, group, failing, lacking }: Standing,
  guide: CheckedGuide,
): ReportCell {
  if (group === 'not-applied') {
    const notice = guide.lines.find((l) => l.id === assessment.line)?.notice ?? '';
    return cell(MODE_NOTES[assessment.mode], quiet(notice));
  }
  if (group === 'ineligible') {
    const more = assessment.failing.length - 1;
    return cell(
      failing ? `${citedClause(failing.clause)}：${failing.says}` : '',
      quiet(more > 0 ? `另有${more}条不符合` : ''),
    );
  }
  const named = lacking.slice(0, 3).map((l) => l.label);
  const rest = `${named.join('、')}${lacking.length > 3 ? '等' : ''}`;
  if (group === 'eligible')
    return cell('各项支持条件都符合', quiet(named.length === 0 ? '' : `金额还要看：${rest}`));
  if (named.length > 0) return cell(`还差${lacking.length}项事实：${rest}`);
  const [open] = assessment.open;
  return cell(open ? `${citedClause(open.clause)}${BECAUSE_WORDS[open.because]}` : '');
}

/** Lines that don't fit: every condition that fails, by how much, and the smallest changes that would make them fit. */
export function refusalTable(standings: readonly Standing[], guide: CheckedGuide): ReportTable {
  return {
    kind: 'table',
    name: '不符合的类别',
    columns: [
      { title: '项目类别', kind: 'text' },
      { title: '不符合的条款', kind: 'text' },
      { title: '最小的改动', kind: 'text' },
    ],
    rows: standings.map(({ section, assessment }) => [
      cell(`${section} ${assessment.title}`),
      cell(
        '',
        assessment.conditions
          .filter(({ clause }) => assessment.failing.includes(clause))
          .flatMap(({ clause, says, gap, facts }) => [
            ...quiet(`${citedClause(clause)}：${says}`),
            ...(gap ? [{ text: gapText(gap, facts, guide), kind: 'gap' as const }] : []),
          ]),
      ),
      cell(
        assessment.wouldChange.length === 0 ? '只改一两项还不够' : '',
        quiet(...assessment.wouldChange.map((change) => `${changeText(change)}。`)),
      ),
    ]),
  };
}

import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { readingsOfLine } from '../words/reading-uses.ts';

const ANCHORS = {
  支持方向: 'part-directions',
  支持条件: 'part-conditions',
  补助标准: 'part-standard',
  拨付: 'part-stages',
  申报主体: 'part-applicant',
  支持数量: 'part-quota',
  材料: 'part-papers',
  所依据的条文理解: 'part-readings',
  申报事实: 'part-facts',
} as const;

export type LinePartName = keyof typeof ANCHORS;

export function linePartAnchor(name: LinePartName): string {
  return ANCHORS[name];
}

/** The parts a line's page has, in their order; what the guide leaves out isn't there. */
export function linePartsOf(guide: CheckedGuide, line: CheckedLine): LinePartName[] {
  const { directions, applicant, subsidy, quota } = line.source;
  const there: readonly (readonly [LinePartName, boolean])[] = [
    ['支持方向', directions.length > 0],
    ['支持条件', line.conditions.length > 0],
    ['补助标准', subsidy !== undefined],
    ['拨付', line.stages.length > 0],
    ['申报主体', applicant !== undefined],
    ['支持数量', quota !== undefined],
    ['材料', line.papers.length > 0],
    ['所依据的条文理解', readingsOfLine(guide, line).size > 0],
    ['申报事实', line.facts.length > 0],
  ];
  return there.filter(([, is]) => is).map(([name]) => name);
}

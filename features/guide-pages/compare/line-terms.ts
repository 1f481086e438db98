import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { quotaInShort } from '@fuchi/ui/quota-words';
import { capWords } from '../words/cap-words.ts';
import { ruleWords } from '../words/rule-words.ts';
import { stageWords } from '../words/stage-words.ts';

/** What two lines are compared by beside their conditions: name and words, the same names for every line. */
export function lineTerms(guide: CheckedGuide, line: CheckedLine): (readonly [string, string])[] {
  const { source } = line;
  return [
    ['方式', line.mode],
    ['申报主体', source.applicant?.says ?? ''],
    ['补助标准', source.subsidy?.says || line.notComputable],
    ['封顶', capWords(line, guide)],
    ['计算', line.steps.map((s) => `${s.id} = ${ruleWords(s.node, guide)}`).join('；')],
    [
      '拨付',
      line.stages
        .map(
          (s) => `${s.stage}：${stageWords(s, guide)}${s.trigger === '' ? '' : `，${s.trigger}`}`,
        )
        .join('；'),
    ],
    ['支持数量', quotaInShort(guide.guide, line)],
    ['绩效目标申报表', source.form === undefined ? '' : `附件${source.form}`],
    ['材料', line.papers.map((p) => p.name).join('；')],
  ];
}

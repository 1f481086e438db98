import type { CheckedCondition, CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import type { Checked } from '@fuchi/policy/checked-tree';
import type { ReactNode } from 'react';
import { conditionFacts } from '../words/condition-facts.ts';
import { asRead, ruleWords } from '../words/rule-words.ts';
import { FactLinks } from './fact-links.tsx';
import { Notes } from './notes.tsx';
import { ReadingLinks } from './reading-links.tsx';

interface Props {
  readonly guide: CheckedGuide;
  /** Undefined for conditions of the yearly call, whose facts aren't listed beside them. */
  readonly line: CheckedLine | undefined;
  readonly condition: CheckedCondition;
}

const STRENGTHS = {
  必须: '',
  原则上: '达不到时不一定不能支持，由主管部门决定。',
  优先: '只影响同等条件下的先后，不是门槛。',
} as const;

/** How a condition is judged, for whom it holds, who certifies it, and what it rests on. */
export function ConditionNotes({ guide, line, condition }: Props) {
  const { must, applies, strength, hardUnder, certifier, readings, elsewhere, each } = condition;
  const asked = conditionFacts(condition, guide);
  const evidence = [
    ...new Set([...condition.evidence, ...asked.flatMap((id) => guide.facts[id]?.evidence ?? [])]),
  ];
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['适用', appliesWords(applies, guide)],
    ['判断', must && !isPlain(asRead(must)) ? ruleWords(must, guide) : ''],
    [
      '逐项',
      each === '' ? '' : `${guide.facts[each]?.label ?? each}每一行分别判断，有一行全部符合即可。`,
    ],
    ['强度', STRENGTHS[strength]],
    ['另解时', hardUnder === '' ? '' : `条文理解${hardUnder}取另解时，按必须达到处理。`],
    ['另见', elsewhere],
    ['看', asked.length > 0 && <FactLinks guide={guide} line={line} ids={asked} />],
    ['出具', certifier],
    ['佐证', evidence.join('、')],
    ['理解', readings.length > 0 && <ReadingLinks guide={guide} ids={readings} />],
  ];
  return <Notes rows={rows} />;
}

/** A fact that is simply so or not says no more than the condition's own words. */
function isPlain({ kind }: Checked): boolean {
  return kind === 'fact' || kind === 'column';
}

function appliesWords(applies: Checked | undefined, guide: CheckedGuide): string {
  if (!applies) return '';
  const read = asRead(applies);
  if (read.kind !== 'literal') return `${ruleWords(applies, guide)}的，适用本条。`;
  return read.value === 'true' ? '' : '按默认的条文理解不适用，申报批次取另解时才适用。';
}

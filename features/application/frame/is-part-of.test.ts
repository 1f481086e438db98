import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programUnder } from '@fuchi/record-application/contract-judge';
import { expect, test } from 'vitest';
import { isPartOf } from './is-part-of.ts';
import { PART_NAMES } from './part-names.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('the guide is missing');
const guide = loaded.checked;

/** The parts a line doesn't have. */
function without(line: string): readonly string[] {
  const program = programUnder(guide, line, { call: [], otherReadings: [] });
  if (!program) throw new Error(`no line ${line}`);
  return Object.keys(PART_NAMES).filter((part) => !isPartOf(program, part));
}

test.each([
  ['tech-upgrade', ['participants', 'statements']],
  ['core-technology', ['statements']],
  ['data-product', ['participants']],
  ['recognition-award', ['participants', 'annexes', 'audits', 'statements']],
])('%s没有的部分：%j', (line, parts) => expect(without(line)).toEqual(parts));

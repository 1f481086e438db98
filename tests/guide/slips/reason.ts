import type { Mutant } from './slip.ts';

/** Why a slip can go unseen: what kind of place it stands at. In the order in which they are tried. */
const REASONS: readonly (readonly [reason: string, is: (m: Mutant) => boolean])[] = [
  [
    "a yearly call's own condition: it isn't in the guide's text, and its sentence fits both",
    (m) => m.file === 'call.yaml',
  ],
  ['a consistency rule: data of our own, said nowhere else', (m) => m.path.includes('互洽')],
  [
    'a paper to hand in: the text has no list of papers to hold it against',
    (m) => m.path.includes('材料'),
  ],
  [
    'a reading named in a list, where another would do as well',
    (m) => m.operator.family === 'reading' && m.path.includes('理解'),
  ],
  ['an option that no expression names', (m) => m.path.includes('选项')],
  [
    'how a fact follows from others: reckoning that the text leaves to the data',
    (m) => m.path.includes('得自') || m.path.includes('列') || m.path[0] === '数',
  ],
  [
    'what a fact is: an attribute said once',
    (m) => m.path.includes('申报事实') || m.file === 'facts.yaml' || m.file === 'definitions.yaml',
  ],
  [
    'the name of a last step, on which nothing rests',
    (m) => m.operator.family === 'name' && m.path.includes('计算'),
  ],
  [
    'where a shared figure is said to stand: a note for people',
    (m) => ['figures.yaml', 'calendars.yaml'].includes(m.file) && m.path.includes('条款'),
  ],
  [
    'what only another reading, or a special kind of applicant, looks at: its sentence says only the usual',
    (m) => m.path.includes('条件'),
  ],
  [
    'how an amount is put together from steps',
    (m) => m.path.includes('补助') || m.path.includes('拨付'),
  ],
];

/** The reason a missed slip is listed under. */
export function reasonFor(mutant: Mutant): string {
  return REASONS.find(([, is]) => is(mutant))?.[0] ?? 'said once, and nowhere else';
}

import type { Example } from '@fuchi/platform-server/api/operation';
import { readCases } from '@fuchi/policy/case/read-case';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';

/** An applicant that the guide itself works through, to show how the interface is asked. */
export interface WorkedExample {
  readonly line: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly asOf: string | null;
}

/**
 * The guide's first worked case that ends well and in one amount: nothing about it stands in code. A guide without
 * such a case is asked about its first line that is applied for, with nothing told.
 * @param files of the guide's folder, by path
 */
export function workedExample(
  guide: CheckedGuide,
  files: ReadonlyMap<string, string>,
): WorkedExample {
  for (const { id } of guide.lines) {
    const { cases } = readCases('', files.get(`cases/${id}.yaml`) ?? '[]');
    const plain = cases.find(
      ({ expected, round }) =>
        expected.verdict === '符合' &&
        /^[\d.]+$/.test(expected.ceiling ?? '') &&
        Object.keys(round.clocks).length + round.call.length + round.otherReadings.length === 0,
    );
    if (plain) return { line: id, facts: asWritten(plain.facts), asOf: plain.asOf };
  }
  const first = guide.lines.find((l) => l.mode === '申报') ?? guide.lines[0];
  return { line: first?.id ?? '', facts: {}, asOf: null };
}

/** 是 and 否 as people write them; the interface takes true and false as well. */
function asWritten(facts: WorkedExample['facts']): WorkedExample['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([id, value]) => [
      id,
      value === true ? '是' : value === false ? '否' : value,
    ]),
  );
}

/** Requests that can be sent as they stand: a full one, one of which little is known, a bad one. */
export function assessExamples(
  guide: CheckedGuide,
  { facts, asOf }: WorkedExample,
): readonly Example[] {
  const told = Object.entries(facts);
  const strict = told.find(([id]) => guide.facts[id]?.type.kind !== 'text');
  return [
    {
      name: 'full',
      summary: { zh: '情况齐全', en: 'All facts told' },
      status: 200,
      body: { facts, ...(asOf !== null && { asOf }) },
    },
    {
      name: 'partial',
      summary: { zh: '只知道一部分', en: 'Some facts told' },
      status: 200,
      body: { facts: Object.fromEntries(told.slice(0, 2)) },
    },
    {
      name: 'faulty',
      summary: { zh: '写错了（看错误说明）', en: 'Bad input (shows the errors)' },
      status: 422,
      body: {
        facts: { ...(strict && { [strict[0]]: '也许' }), 没有这一项: '1' },
        asOf: `${guide.guide.year}-02-30`,
      },
    },
  ];
}

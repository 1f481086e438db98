import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Contender } from './compare.ts';

/** One enterprise's figures, in 万元 and ISO dates, as all contenders are given them. */
const FACTS = {
  enterpriseListed: true,
  projectListed: true,
  totalInput: 1800,
  completedOn: '2021-10-20',
  acceptedOn: '2022-03-01',
  deadline: '2022-04-15',
};

type Facts = typeof FACTS;

interface Condition {
  readonly clause: string;
  readonly fact: keyof Facts;
  readonly operator: 'equal' | 'greaterThanInclusive' | 'notBefore' | 'notAfter';
  readonly value: unknown;
}

/** The line 数据产品化 (一（五）), written the way each contender wants it. */
const CONDITIONS: readonly Condition[] = [
  { clause: '1(1)a', fact: 'enterpriseListed', operator: 'equal', value: true },
  { clause: '1(1)b', fact: 'projectListed', operator: 'equal', value: true },
  { clause: '1(3)a', fact: 'totalInput', operator: 'greaterThanInclusive', value: 1000 },
  { clause: '1(3)b', fact: 'completedOn', operator: 'notBefore', value: '2021-01-01' },
  { clause: '1(3)b', fact: 'completedOn', operator: 'notAfter', value: '2021-12-31' },
  { clause: '1(3)c', fact: 'acceptedOn', operator: 'notAfter', value: { fact: 'deadline' } },
];

/** json-rules-engine 7, whose result carries each condition with the fact's value. */
export function jsonRulesEngine(): Contender {
  const engine = new Engine();
  engine.addOperator<string, string>('notBefore', (fact, value) => fact >= value);
  engine.addOperator<string, string>('notAfter', (fact, value) => fact <= value);
  const rule: RuleProperties = {
    conditions: {
      all: CONDITIONS.map(({ clause, fact, operator, value }) => ({
        name: clause,
        fact,
        operator,
        value,
      })),
    },
    event: { type: 'eligible' },
  };
  engine.addRule(rule);
  return {
    name: 'json-rules-engine, with trace',
    async run() {
      const { results } = await engine.run(FACTS);
      if (results.length !== 1) throw new Error('json-rules-engine disagrees');
    },
  };
}

interface Outcome {
  readonly clause: string;
  readonly met: boolean | null;
  readonly value: unknown;
}

/** The same line as a programmer would write it once: three values, an outcome object for each clause. */
export function byHand(): Contender {
  return {
    name: 'by hand, with trace',
    run() {
      const outcomes = assessByHand(FACTS);
      if (!outcomes.every(({ met }) => met)) throw new Error('the line by hand disagrees');
    },
  };
}

function assessByHand(facts: Partial<Facts>): readonly Outcome[] {
  const { enterpriseListed, projectListed, totalInput, completedOn, acceptedOn, deadline } = facts;
  return [
    { clause: '1(1)a', met: enterpriseListed ?? null, value: enterpriseListed },
    { clause: '1(1)b', met: projectListed ?? null, value: projectListed },
    {
      clause: '1(3)a',
      met: totalInput === undefined ? null : totalInput >= 1000,
      value: totalInput,
    },
    {
      clause: '1(3)b',
      met:
        completedOn === undefined
          ? null
          : completedOn >= '2021-01-01' && completedOn <= '2021-12-31',
      value: completedOn,
    },
    {
      clause: '1(3)c',
      met: acceptedOn === undefined || deadline === undefined ? null : acceptedOn <= deadline,
      value: acceptedOn,
    },
  ];
}

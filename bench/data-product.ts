import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Contender } from './compare.ts';

/** One enterprise's figures, in 万元 and ISO dates, as all contenders are given them. */
export const FACTS = {
  enterpriseListed: true,
  listedYear: 2021,
  technical: true,
  totalInput: 1800,
  completedOn: '2021-10-20',
  acceptedInTime: true,
  opinionGiven: true,
};

/** 20 % of the total input, at most 500万元. */
export const AMOUNT = 360;

type Facts = typeof FACTS;

interface Condition {
  readonly clause: string;
  readonly fact: keyof Facts;
  readonly operator: 'equal' | 'greaterThanInclusive' | 'within';
  readonly value: boolean | number | readonly [string, string];
}

/** The seven conditions of the line 数据产品化 (一（五）), written the way each contender wants them. */
const CONDITIONS: readonly Condition[] = [
  { clause: '1(1)a', fact: 'enterpriseListed', operator: 'equal', value: true },
  { clause: '1(1)b', fact: 'listedYear', operator: 'greaterThanInclusive', value: 2020 },
  { clause: '1(2)', fact: 'technical', operator: 'equal', value: true },
  { clause: '1(3)a', fact: 'totalInput', operator: 'greaterThanInclusive', value: 1000 },
  {
    clause: '1(3)b',
    fact: 'completedOn',
    operator: 'within',
    value: ['2021-01-01', '2021-12-31'],
  },
  { clause: '1(3)c', fact: 'acceptedInTime', operator: 'equal', value: true },
  { clause: '1(3)d', fact: 'opinionGiven', operator: 'equal', value: true },
];

/** json-rules-engine, whose result carries each condition with the fact's value and outcome: its trace. */
export function jsonRulesEngine(): Contender {
  const engine = new Engine();
  engine.addOperator<string, readonly [string, string]>(
    'within',
    (fact, [from, to]) => fact >= from && fact <= to,
  );
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
    name: 'json-rules-engine 7.3.1, with trace',
    async run() {
      const { results } = await engine.run(FACTS);
      if (results.length !== 1) throw new Error('json-rules-engine disagrees');
    },
  };
}

interface Outcome {
  readonly clause: string;
  readonly met: boolean;
  readonly value: unknown;
}

/** The same line as a programmer would write it once: an outcome object for each clause. */
export function byHand(): Contender {
  return {
    name: 'by hand in JavaScript, with trace',
    run() {
      const outcomes = assessByHand(FACTS);
      if (!outcomes.every(({ met }) => met)) throw new Error('the line by hand disagrees');
    },
  };
}

function assessByHand(f: Facts): readonly Outcome[] {
  const completed = f.completedOn >= '2021-01-01' && f.completedOn <= '2021-12-31';
  return [
    { clause: '1(1)a', met: f.enterpriseListed, value: f.enterpriseListed },
    { clause: '1(1)b', met: f.listedYear >= 2020, value: f.listedYear },
    { clause: '1(2)', met: f.technical, value: f.technical },
    { clause: '1(3)a', met: f.totalInput >= 1000, value: f.totalInput },
    { clause: '1(3)b', met: completed, value: f.completedOn },
    { clause: '1(3)c', met: f.acceptedInTime, value: f.acceptedInTime },
    { clause: '1(3)d', met: f.opinionGiven, value: f.opinionGiven },
  ];
}

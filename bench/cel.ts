import { celEnv, parse as parseBuf, plan } from '@bufbuild/cel';
import { Environment } from '@marcbachmann/cel-js';
import { evaluate, parse } from 'cel-js';
import type { Contender } from './compare.ts';
import { AMOUNT, FACTS } from './data-product.ts';

/** The seven conditions and the amount as one expression; CEL reckons amounts as doubles. */
const RULE = `enterpriseListed && listedYear >= 2020.0 && technical && totalInput >= 1000.0
  && completedOn >= "2021-01-01" && completedOn <= "2021-12-31" && acceptedInTime && opinionGiven
  ? (0.2 * totalInput < 500.0 ? 0.2 * totalInput : 500.0) : -1.0`;

/** The CEL libraries of npm, each in the fastest way its documentation shows: read once, evaluated many times. */
export function celContenders(): readonly Contender[] {
  return [marcBachmann(), celJs(), bufbuild()];
}

function agree(name: string, amount: unknown): void {
  if (amount !== AMOUNT) throw new Error(`${name} disagrees: ${amount}`);
}

function marcBachmann(): Contender {
  const name = '@marcbachmann/cel-js 8.0.0, verdict and amount';
  const environment = new Environment()
    .registerVariable('enterpriseListed', 'bool')
    .registerVariable('listedYear', 'double')
    .registerVariable('technical', 'bool')
    .registerVariable('totalInput', 'double')
    .registerVariable('completedOn', 'string')
    .registerVariable('acceptedInTime', 'bool')
    .registerVariable('opinionGiven', 'bool');
  const rule = environment.parse(RULE);
  return { name, run: () => agree(name, rule(FACTS)) };
}

function celJs(): Contender {
  const name = 'cel-js 0.8.2, verdict and amount';
  const rule = parse(RULE);
  if (!rule.isSuccess) throw new Error(`${name} doesn't read the rule`);
  const { cst } = rule;
  return { name, run: () => agree(name, evaluate(cst, FACTS)) };
}

function bufbuild(): Contender {
  const name = '@bufbuild/cel 0.6.1, verdict and amount';
  const rule = plan(celEnv(), parseBuf(RULE));
  return { name, run: () => agree(name, rule(FACTS)) };
}

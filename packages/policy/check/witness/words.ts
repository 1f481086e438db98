import type { Diagnostic } from '@fuchi/guide/diagnostic';
import type { Condition } from '@fuchi/guide/guide';
import { settle } from '../../assess/settle.ts';
import type { CheckedCondition, FactSpec } from '../../checked-guide.ts';
import type { Checked } from '../../checked-tree.ts';
import { walk } from '../../walk.ts';
import { NO_READINGS } from './witness.ts';
import { isIdle } from './witnessed.ts';

const NEGATION = /不得|不是|没有|不以|不存在|尚未|未曾|未有|不向|不再|从未|无(?!需|异)/gu;

const NEGATION_ONCE = new RegExp(NEGATION.source, 'u');

/** Words of a condition's sentence that its keys have to bear out: 原则上, 优先, 只在…适用, and a plain “not”. */
export function wordFaults(
  c: CheckedCondition,
  source: Condition | undefined,
  facts: Readonly<Record<string, FactSpec>>,
): Diagnostic[] {
  if (!source) return [];
  const faults: Diagnostic[] = [];
  const add = (code: string, more: Record<string, string> = {}) =>
    faults.push({ at: source.must?.at ?? source.at, code, facts: { clause: c.clause, ...more } });
  if (c.says.includes('原则上') !== (c.strength === '原则上')) {
    add('says-strength', { word: '原则上', strength: c.strength });
  }
  const first = c.says.includes('优先') && c.applies === undefined;
  if (first !== (c.strength === '优先'))
    add('says-strength', { word: '优先', strength: c.strength });
  const seldom = /只在批次|通常不|通常只|一般不/u.exec(c.says)?.[0];
  if ((seldom !== undefined) !== isIdle(c))
    add(seldom ? 'says-seldom' : 'applies-to-nobody', { word: seldom ?? '' });
  if (/不受此限|不作要求/u.test(c.says) && !c.applies && source.except.length === 0) {
    add('says-exempt', { word: /不受此限|不作要求/u.exec(c.says)?.[0] ?? '' });
  }
  const must = c.must && settle(c.must, NO_READINGS);
  const plain =
    must?.kind === 'fact'
      ? must
      : must?.kind === 'not' && must.of.kind === 'fact'
        ? must.of
        : undefined;
  const spec = plain && facts[plain.fact];
  if (must && spec) {
    const said = [...c.says.matchAll(NEGATION)].length % 2;
    const label = [...spec.label.matchAll(NEGATION)].length % 2;
    if ((said !== label) !== (must.kind === 'not')) add('says-not', { fact: spec.label });
  }
  if (must && !NEGATION_ONCE.test(c.says) && unequal(must)) add('says-not-equal');
  return faults;
}

/** A comparison with one option that is to be another, where nothing in the sentence says “not”. */
function unequal(tree: Checked): boolean {
  let found = false;
  walk(tree, (n) => {
    const option = n.kind === 'compare' && [n.left, n.right].some((s) => s.type.kind === 'choice');
    if (option && n.op === '!=') found = true;
  });
  return found;
}

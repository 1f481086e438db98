import type { AssessedCondition, UsedFact } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide, CheckedRule, FactSpec } from '@fuchi/policy/checked-guide';
import type { Judged } from '@fuchi/record-application/contract-judge';
import { isAuthoritys } from '@fuchi/record-application/contract-others';
import { statementKindOf } from '@fuchi/record-application/contract-statement';
import { isDerivation } from '@fuchi/ui/assessment/derivation';
import { gapText } from '@fuchi/ui/assessment/gap-words';
import { faultText } from '@fuchi/ui/facts/fault-text';
import { pathOfMissing } from '@fuchi/ui/facts/field-path';
import { rowName } from '@fuchi/ui/facts/row-word';
import { contradictionsOf } from '../contradictions.ts';
import type { Checker } from './checker.ts';
import type { ApplicationFinding } from './finding.ts';

/**
 * What the guide says of the facts: answers that are missing, values that can't be read, sources that contradict each
 * other, conditions that fail. What only the authorities can decide, or what is settled elsewhere, holds nobody up.
 */
export const checkJudged: Checker = async (_db, { guide, judged }) => {
  const { assessment, faults, program } = judged;
  const asked = new Set([...program.line.facts, ...program.order]);
  const of = { part: 'facts', blocks: true } as const;
  const bad = faults
    .filter(({ path }) => asked.has(path.replace(/[.[].*$/, '')))
    .map((fault) => ({ ...of, code: 'bad-input', path: fault.path, says: faultText(fault) }));
  const clauses = new Set(program.conditions.map(({ clause }) => clause));
  const contradictions = contradictionsOf(judged);
  const contested = new Set(contradictions.flatMap(({ facts }) => facts));
  // What was told, but contradicts something else, isn't missing: the contradiction is said.
  const open = assessment.missing.filter(
    ({ fact }) => !(contested.has(fact) && judged.given.has(fact)),
  );
  // The recommender's is said as its statement (check-statements.ts); what the authorities fill in waits for nobody here.
  const untold = open.filter(({ fact }) => {
    const spec = program.specs.get(fact.replace(/\..*$/, ''));
    return statementKindOf(spec) === undefined && !isAuthoritys(spec);
  });
  const missing = untold.map((one): ApplicationFinding => {
    const { fact, label, row } = one;
    const named = row === undefined ? label : `${rowName(guide, fact, row)}${label}`;
    const who = statedBy(program.specs, fact);
    const own = OWN.includes(who);
    const needed = one.clauses.some((clause) => clauses.has(clause));
    return {
      code: own ? 'missing' : 'missing-of-others',
      part: 'facts',
      path: pathOfMissing(fact, row),
      says: missingText(named, own ? '' : who, needed),
      ...clauseOf(one.clauses[0]),
      // What only the amount rests on may not be there yet: a sum that is audited when the project is done.
      blocks: own && needed,
    };
  });
  const conflicts = assessment.conflicts
    .filter(({ decidedBy }) => decidedBy === null)
    .map(({ fact, label, values, row }): ApplicationFinding => {
      const told = values
        .map(({ source, value }) => {
          // A formula says nothing to whoever filled in the figures it is reckoned from.
          const who = isDerivation(guide, fact, source) ? '按填报的其他数推算' : source;
          return `${who || '填报'}${value}`;
        })
        .join('，');
      return {
        ...of,
        code: 'conflict',
        path: pathOfMissing(fact, row),
        says: `${row === undefined ? '' : rowName(guide, fact, row)}${label}的几个来源不一致：${told}。`,
      };
    });
  const against = contradictions.map((rule): ApplicationFinding => {
    const needed = assessment.missing.some(
      (one) => rule.facts.includes(one.fact) && one.clauses.some((clause) => clauses.has(clause)),
    );
    return contradicted(rule, judged, needed);
  });
  return [...bad, ...missing, ...against, ...conflicts, ...failing(assessment.conditions, guide)];
};

/** @param needed whether a condition stays open by it */
function contradicted(
  { says, facts, clause }: CheckedRule,
  { program }: Judged,
  needed: boolean,
): ApplicationFinding {
  const own = facts.filter((fact) => statementKindOf(program.specs.get(fact)) === undefined);
  const labels = facts.map((fact) => program.specs.get(fact)?.label ?? fact).join('、');
  const [first] = own;
  return {
    code: 'contradiction',
    part: 'facts',
    ...(first !== undefined && { path: pathOfMissing(first, undefined) }),
    says: `填报的数据互相矛盾：${says}请核对${labels}${
      own.length < facts.length ? '；推荐单位登记有误的，请推荐单位更正' : ''
    }。`,
    ...clauseOf(clause),
    blocks: needed,
  };
}

/** What the applicant tells; and what a register settles, which before it is imported the applicant tells. */
const OWN: readonly string[] = ['', '申报单位', '登记库'];

/** @param who somebody else who states it; '' for the applicant */
function missingText(named: string, who: string, needed: boolean): string {
  if (who !== '') return `${named}由${who}填报，申报时可以没有。`;
  return needed ? `还没有填写：${named}。` : `还没有填写：${named}；申报时没有的可以不填。`;
}

/** Who states a fact, or a column of it; '' for the applicant. */
function statedBy(specs: ReadonlyMap<string, FactSpec>, fact: string): string {
  const [id = ''] = fact.split('.');
  return specs.get(id)?.statedBy ?? '';
}

function failing(
  conditions: readonly AssessedCondition[],
  guide: CheckedGuide,
): readonly ApplicationFinding[] {
  return conditions
    .filter(({ outcome }) => outcome === 'unmet')
    .flatMap((condition): readonly ApplicationFinding[] => {
      // 优先 ranks among others and refuses nobody; 原则上 leaves the decision to the authorities.
      if (condition.strength === 'priority') return [];
      const hard = condition.strength === 'hard';
      const [first] = condition.facts;
      return [
        {
          code: hard ? 'condition-unmet' : 'condition-unmet-in-principle',
          part: 'facts',
          ...(first && { path: pathOfMissing(first.id, first.row) }),
          says: `${hard ? '不符合条件' : '不符合“原则上”的要求，由主管部门决定'}：${sentence(condition, guide)}`,
          ...clauseOf(condition.clause),
          blocks: hard,
        },
      ];
    });
}

/** The condition, and the figures by which it fails. */
function sentence({ says, gap, rows = [], facts }: AssessedCondition, guide: CheckedGuide): string {
  const gaps = [
    ...(gap ? [gapText(gap, facts, guide)] : []),
    ...rows.flatMap((row) =>
      row.gap ? [gapText({ row: row.row, ...row.gap }, facts, guide)] : [],
    ),
  ];
  const told = gaps.length > 0 ? gaps : facts.flatMap((fact) => toldFact(fact, guide));
  return told.length === 0 ? says : `${says}${told.join('；')}。`;
}

function toldFact(
  { id, label, value, unit = '', row }: UsedFact,
  guide: CheckedGuide,
): readonly string[] {
  if (value === null) return [];
  const text = Array.isArray(value) ? value.join('、') : value === true ? '是' : value || '否';
  return [`${row === undefined ? '' : rowName(guide, id, row)}${label}：${text}${unit}`];
}

function clauseOf(clause: string | undefined): { readonly clause?: string } {
  return clause === undefined || clause === '' ? {} : { clause };
}

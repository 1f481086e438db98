import {
  statedValue,
  statementKindOf,
  statementKindsOf,
} from '@fuchi/record-application/contract-statement';
import type { Settler } from '@fuchi/record-application/settled-facts';
import { statementsOf } from './statement-store.ts';
import { STATEMENT_NAMES } from './statement-words.ts';

/**
 * What the recommender whom the application names has stated for it. What it didn't state stays unknown, whoever else
 * says so.
 */
export const statementFacts: Settler = async (db, guide, application) => {
  const facts = Object.keys(guide.facts);
  if (application.recommender === null || statementKindsOf(guide, facts).length === 0) return [];
  const all = await statementsOf(db, application.id);
  const given = all.filter(
    ({ state, recommender }) => state === 'given' && recommender === application.recommender,
  );
  return given.flatMap((statement) => {
    const { kind, statedOn, organised, recommenderName } = statement;
    if (statedOn === null) return [];
    return facts.flatMap((fact) => {
      if (statementKindOf(guide.facts[fact]) !== kind) return [];
      const value = statedValue(fact, { kind, statedOn, organised });
      if (value === undefined) return [];
      return [
        {
          fact,
          value: { value, source: '项目推荐单位' },
          text: value,
          source: `${recommenderName}${STATEMENT_NAMES[kind]}（${statedOn}）`,
        },
      ];
    });
  });
};

import type { Settler } from '@fuchi/record-application/settled-facts';

/** What the recommender has stated for an application: a date of acceptance, that a procedure isn't needed. */
export const statementFacts: Settler = async (db, guide, application) => {
  const rows = await db
    .selectFrom('statement as s')
    .innerJoin('organisation as o', 'o.id', 's.recommender_id')
    .select(['s.fact', 's.kind', 's.stated_on', 's.opinion', 'o.name'])
    .where('s.application_id', '=', application.id)
    .where('s.state', '=', 'given')
    .orderBy('s.id')
    .execute();
  return rows.flatMap(({ fact, kind, stated_on, name }) => {
    const spec = guide.facts[fact];
    if (!spec || stated_on === null) return [];
    const value = kind === 'acceptance' ? stated_on : '依法无需办理';
    return [
      {
        fact,
        value: { value, source: '项目推荐单位' },
        text: value,
        source: `${name}（${stated_on}）`,
      },
    ];
  });
};

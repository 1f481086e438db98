import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Settler } from '@fuchi/record-application/settled-facts';
import { knownFacts } from '@fuchi/record-register/register-facts';
import { askedFacts } from './asked-facts.ts';
import { toldFact } from './told-fact.ts';

/**
 * What the lists say of the applicant, as far as its line asks it: nobody types what a list knows. What a list doesn't
 * say, since it isn't imported, is out of date or has only the same name, stays the applicant's to tell.
 */
export const registerFacts: Settler = async (db, guide, application, now) => {
  const asked = askedFacts(guide, application.line);
  const unit = await db
    .selectFrom('organisation')
    .select(['name', 'credit_code'])
    .where('id', '=', application.organisation)
    .executeTakeFirstOrThrow();
  if (unit.credit_code === null) return [];
  const known = await knownFacts(db, guide, {
    creditCode: unit.credit_code,
    name: unit.name,
    today: localDay(now),
  });
  return [...known.values()].flatMap((one) =>
    one.state === 'known' && asked.has(one.fact) ? [toldFact(one)] : [],
  );
};

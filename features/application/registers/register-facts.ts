import { localDay } from '@fuchi/platform-server/clock/local-day';
import { programUnder } from '@fuchi/record-application/contract-judge';
import type { Settler } from '@fuchi/record-application/settled-facts';
import { knownFacts } from '@fuchi/record-register/register-facts';

/**
 * What the lists say of the applicant, as far as its line asks it: nobody types what a list knows. What a list doesn't
 * say, since it isn't imported, is out of date or has only the same name, stays the applicant's to tell.
 */
export const registerFacts: Settler = async (db, guide, application, now) => {
  // Conditions of the call ask as the line's own do, whichever of them this round switches on.
  const call = guide.call.map(({ clause }) => clause);
  const program = programUnder(guide, application.line, { call, otherReadings: [] });
  const asked = new Set([...(program?.asked ?? []), ...(program?.line.facts ?? [])]);
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
  return [...known.values()].flatMap((one) => {
    if (one.state !== 'known' || !asked.has(one.fact)) return [];
    const { fact, told, source } = one;
    const text = 'none' in told ? '无' : `${told.value}${told.unit ?? ''}`;
    return [{ fact, value: told, text, source }];
  });
};

import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { CheckedSettlement } from '@fuchi/policy/register/checked-register';
import { registerRow } from '@fuchi/policy/register/register-row';
import { type SettledFact, settledFact } from '@fuchi/policy/register/settled-fact';
import { draftOf } from '@fuchi/record-application/draft-store';
import type { Settler } from '@fuchi/record-application/settled-facts';
import { valueContext } from '@fuchi/record-register/value-context';
import { askedRows } from '../asked-rows.ts';
import { plainName } from '../plain-name.ts';
import { askedFacts } from '../registers/asked-facts.ts';
import { toldFact } from '../registers/told-fact.ts';
import { type ListOfFirms, listOfFirms } from './list-of-firms.ts';

/**
 * What the year's register says of the firms that signed the application's audit reports. Nothing is settled unless
 * every one of them is on it and the answer is one: who isn't on it has a lower class or none, which no list tells.
 */
export const auditFacts: Settler = async (db, guide, application, now) => {
  const asked = askedFacts(guide, application.line);
  const list = await listOfFirms(db, guide, localDay(now));
  if (!list?.register.settles.some(({ fact }) => asked.has(fact))) return [];
  const rows = askedRows(await draftOf(db, application.id), 'audit');
  const firms = new Map(
    rows.map(({ cells }) => {
      const name = cells.get('会计师事务所') ?? '';
      return [plainName(name), name];
    }),
  );
  if (firms.size === 0) return [];
  const { register, version } = list;
  return register.settles.flatMap((settlement) => {
    const { fact, year } = settlement;
    if (!asked.has(fact) || year !== version.year) return [];
    const answers = [...firms.keys()].map((firm) =>
      answerOf(guide, list, settlement, firm, localDay(now)),
    );
    const [first] = answers;
    const one = answers.every((answer) => JSON.stringify(answer) === JSON.stringify(first));
    if (!first?.settled || !one) return [];
    const told = { ...first.told, source: list.source };
    return [toldFact({ fact, told, source: `${list.source}：${[...firms.values()].join('、')}` })];
  });
};

function answerOf(
  guide: CheckedGuide,
  { register, entries }: ListOfFirms,
  settlement: CheckedSettlement,
  firm: string,
  today: string,
): SettledFact | undefined {
  const type = guide.facts[settlement.fact]?.type;
  if (!type) throw new Error(`a register settles no fact: ${settlement.fact}`);
  const context = valueContext(guide);
  const found = entries.filter(({ name }) => plainName(name) === firm);
  if (found.length === 0) return undefined;
  const listed = found.map(({ cells }, i) => ({
    row: registerRow(register, cells, i + 1, context),
    sure: true,
  }));
  return settledFact(settlement, type, listed, today, guide.tables);
}

import type { Question } from '@fuchi/policy/assess/assess-line';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { InputFault } from '@fuchi/policy/facts/given';
import { parseDate } from '@fuchi/values/date';
import type { AssessRequest } from './contract.ts';

/** What a request asks, and every name or date in it that the guide doesn't know. */
export function readRequest(
  guide: CheckedGuide,
  request: AssessRequest,
): { question: Question; faults: InputFault[] } {
  const faults: InputFault[] = [];
  const round = request.round ?? {};
  const given = request.asOf ?? null;
  const asOf = given !== null && isDate(given) ? given : null;
  if (given !== asOf) {
    faults.push({
      path: 'asOf',
      code: 'input-date',
      facts: { label: '申报日期', given: given ?? '' },
    });
  }
  const clocks = round.clocks ?? {};
  for (const id of Object.keys(clocks)) {
    const spec = Object.hasOwn(guide.facts, id) ? guide.facts[id] : undefined;
    if (spec?.supplied === '批次') continue;
    faults.push({ path: `round.clocks.${id}`, code: 'input-unknown-clock', facts: { name: id } });
  }
  const all = guide.call.map((c) => c.clause);
  const call = round.call === true ? all : round.call === false ? [] : (round.call ?? []);
  for (const clause of call) {
    if (all.includes(clause)) continue;
    faults.push({ path: 'round.call', code: 'input-unknown-call', facts: { name: clause } });
  }
  const chosen = Object.entries({ ...round.readings, ...request.readings });
  for (const [id] of chosen) {
    if (guide.guide.readings.some((r) => r.id === id && r.form === '数据')) continue;
    faults.push({ path: `readings.${id}`, code: 'input-unknown-reading', facts: { name: id } });
  }
  const otherReadings = chosen.filter(([, choice]) => choice === 'other').map(([id]) => id);
  return { question: { facts: request.facts, clocks, asOf, call, otherReadings }, faults };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDate(text).ok;
}

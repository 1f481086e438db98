import type { FaultKind } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';

/**
 * How much a question may tell. Each row is judged, and each source is weighed against every other: with as many, a
 * worker answers well within its time. Forty loans with their monthly interest stay below; the command line takes more.
 */
export const MAX_PIECES = 500;

/** A table with a row for each year compares every year with every other; nobody states more of them. */
const MAX_YEARS = 20;

export const TOO_MUCH_TOLD: FaultKind = {
  status: 422,
  code: 'too-much-told',
  when: {
    zh: `明细的行和来源合计超过${MAX_PIECES}，或一个明细超过${MAX_YEARS}个年度`,
    en: `More than ${MAX_PIECES} rows and sources in one question, or than ${MAX_YEARS} years in one table`,
  },
};

/** Where several figures disagree, every source of one is tried with every source of another. */
const MAX_SOURCES = 10;

/** @throws HttpFault when the facts hold more rows and sources than a question may */
export function refuseTooMuch(guide: CheckedGuide, facts: Readonly<Record<string, unknown>>): void {
  for (const [id, value] of Object.entries(facts)) {
    const spec = Object.hasOwn(guide.facts, id) ? guide.facts[id] : undefined;
    if (spec?.unit !== '年度' || pieces(value) <= MAX_YEARS) continue;
    throw new HttpFault(TOO_MUCH_TOLD, {
      zh: `“${spec.label}”最多${MAX_YEARS}个年度`,
      en: `“${spec.label}” takes at most ${MAX_YEARS} years`,
    });
  }
  const told = pieces(facts);
  if (told <= MAX_PIECES) return;
  throw new HttpFault(TOO_MUCH_TOLD, {
    zh: `明细的行和来源合计${told}，最多${MAX_PIECES}；更多的请用命令行 fuchi assess`,
    en: `${told} rows and sources in one question, at most ${MAX_PIECES}; the command line fuchi assess takes more`,
  });
}

/** Items of lists and entries of `sources` or `moments`, however deep. A body is nested at most 32 deep. */
function pieces(value: unknown): number {
  if (Array.isArray(value)) {
    return value.reduce((sum: number, item: unknown) => sum + pieces(item), value.length);
  }
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, item]: [string, unknown]) => {
    const several = (key === 'sources' || key === 'moments') && typeof item === 'object';
    const sources = several && item !== null ? Object.keys(item).length : 0;
    if (sources > MAX_SOURCES) throw new HttpFault(TOO_MUCH_TOLD, MANY_SOURCES);
    return sum + pieces(item) + sources;
  }, 0);
}

const MANY_SOURCES = {
  zh: `一项事实最多${MAX_SOURCES}个来源`,
  en: `At most ${MAX_SOURCES} sources of one fact`,
};

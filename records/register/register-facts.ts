import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { CheckedRegister, CheckedSettlement } from '@fuchi/policy/register/checked-register';
import { registerRow } from '@fuchi/policy/register/register-row';
import { settledFact, type ToldValue } from '@fuchi/policy/register/settled-fact';
import {
  entriesByCode,
  entriesByNameOnly,
  type RegisterEntry,
  type Unit,
} from './register-entry-store.ts';
import { isValid, type RegisterVersion, versionText } from './register-version.ts';
import { currentVersions } from './register-version-store.ts';
import { valueContext } from './value-context.ts';

/** Whom the registers are asked about. */
export interface AskedUnit extends Unit {
  /** ISO date by the program's clock. */
  readonly today: string;
  /** The firm that audits the unit, for lists of such firms. */
  readonly auditor?: Unit;
}

/** What the registers say of one fact. */
export type RegisterFact = KnownFact | UncheckedFact;

interface FactOfList {
  readonly fact: string;
  readonly register: string;
  /** '' for a list that isn't yearly. */
  readonly year: string;
}

/** The list answers. */
export interface KnownFact extends FactOfList {
  readonly state: 'known';
  /** As a fact is told to an assessment, with where it comes from: `{ value: '是', source: '…名单（…）' }`. */
  readonly told: ToldValue & { readonly source: string };
  /** Which list, as of when, which version, and whether the unit is on it: a sentence. */
  readonly source: string;
  readonly asOf: string;
  readonly version: string;
  /** The row it rests on; null where the answer is that there is none. */
  readonly entry: string | null;
  /** Papers of the lines that need not be handed in, since the list has the unit. */
  readonly papers: readonly string[];
}

/** 未核: neither yes nor no. */
export interface UncheckedFact extends FactOfList {
  readonly state: 'unchecked';
  /**
   * not-imported: there is no version; out-of-date: none that still answers; no-unit: it isn't known whom to look for;
   * name-only: rows of that name have another code or none; several: its rows differ; open: the list doesn't say.
   */
  readonly because: 'not-imported' | 'out-of-date' | 'no-unit' | 'name-only' | 'several' | 'open';
  /** The rows somebody may want to look at. */
  readonly hints: readonly RegisterEntry[];
}

/**
 * What the registers say of each fact they settle. Matched by credit code; where only the name is the same, the answer
 * is 未核. Before a list is imported the answer is 未核, never met and never unmet.
 * @example
 * const known = await knownFacts(db, guide, { creditCode, name, today: '2022-03-16' });
 * known.get('规模以上工业企业')?.state // 'unchecked'
 */
export async function knownFacts(
  db: Database | Work,
  guide: CheckedGuide,
  asked: AskedUnit,
): Promise<ReadonlyMap<string, RegisterFact>> {
  const current = await currentVersions(db);
  const versionOf = (register: string, year: string) =>
    current.find((version) => version.register === register && version.year === year);
  const known = new Map<string, RegisterFact>();
  for (const subject of ['申报单位', '会计师事务所'] as const) {
    const registers = guide.registers.filter((register) => register.subject === subject);
    const unit = subject === '申报单位' ? asked : asked.auditor;
    const needed = registers.flatMap((register) =>
      register.settles.flatMap(({ year }) => versionOf(register.id, year)?.id ?? []),
    );
    const found = unit ? await entriesByCode(db, needed, unit.creditCode) : [];
    const alike = unit ? await entriesByNameOnly(db, needed, unit) : [];
    for (const register of registers) {
      for (const settlement of register.settles) {
        const version = versionOf(register.id, settlement.year);
        const own = (entries: readonly RegisterEntry[]) =>
          entries.filter((entry) => entry.version === version?.id);
        const rows = unit && { found: own(found), alike: own(alike) };
        const list = { register, settlement, version };
        known.set(settlement.fact, factOf(guide, list, rows, asked.today));
      }
    }
  }
  return known;
}

/** Papers that need not be handed in: a list has the unit, so that it asks for none. */
export function papersSettled(known: ReadonlyMap<string, RegisterFact>): readonly string[] {
  const papers = [...known.values()].flatMap((one) => (one.state === 'known' ? one.papers : []));
  return [...new Set(papers)];
}

interface AskedList {
  readonly register: CheckedRegister;
  readonly settlement: CheckedSettlement;
  readonly version: RegisterVersion | undefined;
}

function factOf(
  guide: CheckedGuide,
  { register, settlement, version }: AskedList,
  rows:
    | { readonly found: readonly RegisterEntry[]; readonly alike: readonly RegisterEntry[] }
    | undefined,
  today: string,
): RegisterFact {
  const { fact, year } = settlement;
  const of = { fact, register: register.id, year };
  const unchecked = (
    because: UncheckedFact['because'],
    hints: readonly RegisterEntry[] = [],
  ): UncheckedFact => ({ state: 'unchecked', ...of, because, hints });
  if (!version) return unchecked('not-imported');
  if (!isValid(register, version, today)) return unchecked('out-of-date');
  if (!rows) return unchecked('no-unit');
  const { found } = rows;
  // A row of this name may be this unit's: what hangs on it can't be said then.
  const alike = register.once && found.length > 0 ? [] : rows.alike;
  const spec = guide.facts[fact];
  if (!spec) throw new Error(`a register settles no fact: ${fact}`);
  const context = valueContext(guide);
  const listed = [...found, ...alike].map((entry, i) => ({
    row: registerRow(register, entry.cells, i + 1, context),
    sure: i < found.length,
  }));
  const answer = settledFact(settlement, spec.type, listed, today, guide.tables);
  if (!answer.settled) {
    return alike.length > 0 ? unchecked('name-only', alike) : unchecked(answer.because, found);
  }
  const [first] = found;
  const named = versionText(register, version);
  return {
    state: 'known',
    ...of,
    told: { ...answer.told, source: named },
    source: first ? `${named}第${first.row}行` : `${named}上没有这个单位`,
    asOf: version.asOf,
    version: version.id,
    entry: first?.id ?? null,
    papers: first ? settlement.papers : [],
  };
}

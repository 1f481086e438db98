import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { RegisterEntry } from '@fuchi/record-register/register-entry-store';
import type { RegisterFact, UncheckedFact } from '@fuchi/record-register/register-facts';
import {
  isValid,
  type RegisterVersion,
  versionText,
} from '@fuchi/record-register/register-version';
import type * as contract from '../contract.ts';
import { entryView } from '../list/register-view.ts';

/** What was found of a unit, before it is put into words. */
export interface FoundUnit {
  readonly known: ReadonlyMap<string, RegisterFact>;
  readonly versions: readonly RegisterVersion[];
  readonly entries: readonly RegisterEntry[];
  readonly alike: readonly RegisterEntry[];
  /** A firm that audits it is asked about too. */
  readonly ofAuditor: boolean;
  readonly today: string;
}

const WHY: Readonly<Record<UncheckedFact['because'], string>> = {
  'not-imported': '名单还没有导入',
  'out-of-date': '名单已过有效期，须重新导入',
  'no-unit': '没有写明查哪一家会计师事务所',
  'name-only': '名单上有同名的单位，信用代码不同或没有，须人工核对',
  several: '名单上有几行，内容不同，须人工核对',
  open: '名单上没有写明',
};

/** List by list: whether the unit is on it, its rows, and what follows for which fact. */
export function unitLists(guide: CheckedGuide, found: FoundUnit): contract.UnitListView[] {
  const registers = guide.registers.filter(
    ({ subject }) => subject === '申报单位' || found.ofAuditor,
  );
  return registers.flatMap((register) => {
    const years = new Set(register.settles.map(({ year }) => year));
    for (const version of found.versions) {
      const listed = [...found.entries, ...found.alike].some((one) => one.version === version.id);
      if (version.register === register.id && listed) years.add(version.year);
    }
    if (!register.yearly) years.add('');
    return [...years]
      .sort()
      .reverse()
      .map((year): contract.UnitListView => {
        const version = found.versions.find(
          (one) => one.register === register.id && one.year === year,
        );
        const own = (entries: readonly RegisterEntry[]) =>
          entries.filter((entry) => entry.version === version?.id).map(entryView);
        const valid = version && isValid(register, version, found.today);
        return {
          register: register.id,
          title: register.title,
          year,
          state: version ? (valid ? 'current' : 'out-of-date') : 'none',
          source: version ? versionText(register, version) : '',
          facts: register.settles
            .filter((one) => one.year === year)
            .map(({ fact }) => factView(guide, fact, found.known.get(fact))),
          entries: own(found.entries),
          alike: own(found.alike),
        };
      });
  });
}

function factView(
  guide: CheckedGuide,
  fact: string,
  known: RegisterFact | undefined,
): contract.FactView {
  const label = guide.facts[fact]?.label ?? fact;
  if (known?.state !== 'known') {
    const source = WHY[known?.because ?? 'not-imported'];
    return { fact, label, state: 'unchecked', value: '未核', source };
  }
  const { told, source } = known;
  const value = 'none' in told ? '无' : `${told.value}${told.unit ?? ''}`;
  return { fact, label, state: 'known', value, source };
}

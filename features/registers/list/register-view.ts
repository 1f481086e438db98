import type { CheckedRegister } from '@fuchi/policy/register/checked-register';
import type { RegisterEntry } from '@fuchi/record-register/register-entry-store';
import { isValid, type RegisterVersion, validUntil } from '@fuchi/record-register/register-version';
import type * as contract from '../contract.ts';

/** A register as the page lists it: its lists year by year, the newest first, also those nobody imported yet. */
export function registerCard(
  register: CheckedRegister,
  versions: readonly RegisterVersion[],
  today: string,
): contract.RegisterCard {
  const { id, title, keeper, says, yearly, subject, settles } = register;
  const own = versions.filter((version) => version.register === id);
  const years = new Set([...settles.map(({ year }) => year), ...own.map(({ year }) => year)]);
  if (years.size === 0) years.add('');
  return {
    id,
    title,
    keeper,
    says,
    yearly,
    subject,
    lists: [...years]
      .sort()
      .reverse()
      .map((year) => listView(register, year, own, today)),
  };
}

/** One list of a register and what state it is in. */
export function listView(
  register: CheckedRegister,
  year: string,
  versions: readonly RegisterVersion[],
  today: string,
): contract.ListView {
  const of = versions.filter(
    (version) => version.register === register.id && version.year === year,
  );
  const version = answering(of);
  return {
    year,
    state: version ? (isValid(register, version, today) ? 'current' : 'out-of-date') : 'none',
    version: version ? versionView(version, of) : null,
    validUntil: (version && validUntil(register, version)) ?? null,
    settles: register.settles.filter((one) => one.year === year).map(({ fact }) => fact),
  };
}

/** @param all the versions of its list, by which it is seen whether it still answers */
export function versionView(
  version: RegisterVersion,
  all: readonly RegisterVersion[],
): contract.VersionView {
  const { id, number, year, source, asOf, file, entries, withdrawn } = version;
  const same = all.filter((one) => one.year === year && one.register === version.register);
  const answers = answering(same)?.id === id;
  return {
    id,
    number,
    year,
    source,
    asOf,
    fileName: file.name,
    entries,
    importedAt: version.importedAt.toISOString(),
    importedBy: version.importedBy.name,
    state: withdrawn ? 'withdrawn' : answers ? 'answers' : 'superseded',
    withdrawnAt: withdrawn?.at.toISOString() ?? null,
    withdrawnBecause: withdrawn?.because ?? null,
  };
}

function answering(versions: readonly RegisterVersion[]): RegisterVersion | undefined {
  return versions
    .filter(({ withdrawn }) => withdrawn === null)
    .reduce<RegisterVersion | undefined>(
      (newest, one) => (newest && newest.number > one.number ? newest : one),
      undefined,
    );
}

export function columnViews(register: CheckedRegister): contract.ColumnView[] {
  return register.columns.map(({ spec, role, required }) => ({
    id: spec.id,
    role,
    required,
    kind: role === 'value' ? spec.kind : '文字',
    unit: spec.unit,
    options: [...spec.options],
    says: spec.says,
  }));
}

export function entryView({ id, row, creditCode, name, cells }: RegisterEntry): contract.EntryView {
  return { id, row, creditCode, name, cells: { ...cells } };
}

import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { pathOf } from '@fuchi/record-application/contract-path';
import { entriesByCode } from '@fuchi/record-register/register-entry-store';
import { isValid, versionText } from '@fuchi/record-register/register-version';
import { currentVersions } from '@fuchi/record-register/register-version-store';
import { sql } from 'kysely';
import { ASKED, OF_A_YEAR } from '../asked-names.ts';
import type { OpenApplication } from '../open-application.ts';
import type { KnownUnit } from './contract.ts';

type Known = KnownUnit[number];

/**
 * What is known of an application's unit: by the lists of its guide, by its own other applications of this round or an
 * earlier one, by its registration; the first of these that knows an answer. Nothing is written: the applicant takes
 * it over. Figures of a year come from applications of the same year alone.
 * @example await knownUnit(db, open, now) // [{ name: '法定代表人', value: '张示例', source: '2021年度申报批次“示例项目”' }]
 */
export async function knownUnit(
  db: Database,
  open: OpenApplication,
  now: Date,
): Promise<KnownUnit> {
  const sources = [
    await byRegisters(db, open, now),
    await byApplications(db, open),
    await byRegistration(db, open),
  ];
  return ASKED.unit.flatMap((name) => {
    const found = sources.flatMap((known) => known.find((one) => one.name === name) ?? [])[0];
    return found ? [found] : [];
  });
}

/** A list's column that is called as the form's field is that field. */
async function byRegisters(
  db: Database,
  { guide, organisation: { creditCode } }: OpenApplication,
  now: Date,
): Promise<readonly Known[]> {
  if (creditCode === null) return [];
  const known: Known[] = [];
  const versions = await currentVersions(db);
  for (const register of guide.registers) {
    const names = ASKED.unit.filter((name) =>
      register.columns.some(({ spec }) => spec.id === name),
    );
    if (names.length === 0 || !register.once) continue;
    for (const version of versions) {
      if (version.register !== register.id || !isValid(register, version, localDay(now))) continue;
      const [entry] = await entriesByCode(db, [version.id], creditCode);
      for (const name of names) {
        const value = entry?.cells[name] ?? '';
        if (value !== '') known.push({ name, value, source: versionText(register, version) });
      }
    }
  }
  return known;
}

async function byApplications(
  db: Database,
  { application, round }: OpenApplication,
): Promise<readonly Known[]> {
  const paths = ASKED.unit.map((name) => pathOf('unit', [name]));
  const rows = await db
    .selectFrom('application_field as f')
    .innerJoin('application as a', 'a.id', 'f.application_id')
    .innerJoin('round as r', 'r.id', 'a.round_id')
    .distinctOn('f.path')
    .select(['f.path', 'f.value', 'a.title', 'r.name', 'r.year'])
    .where('a.organisation_id', '=', application.organisation)
    .where('a.id', '<>', application.id)
    .where('r.year', '<=', round.year)
    .where('f.path', '=', sql<string>`any(${paths})`)
    .where('f.value', 'is not', null)
    .where((w) =>
      w.or([
        w('r.year', '=', round.year),
        w('f.path', '<>', sql<string>`all(${OF_A_YEAR.map((name) => pathOf('unit', [name]))})`),
      ]),
    )
    .orderBy('f.path')
    .orderBy('f.changed_at', 'desc')
    .execute();
  return rows.flatMap(({ path, value, title, name: round }): readonly Known[] => {
    const name = ASKED.unit.find((one) => pathOf('unit', [one]) === path);
    const text: unknown = value;
    if (name === undefined || typeof text !== 'string' || text.trim() === '') return [];
    return [{ name, value: text, source: `${round}“${title === '' ? '未命名项目' : title}”` }];
  });
}

async function byRegistration(
  db: Database,
  { application }: OpenApplication,
): Promise<readonly Known[]> {
  const row = await db
    .selectFrom('registration')
    .select(['contact_name', 'contact_phone', 'contact_email'])
    .where('organisation_id', '=', application.organisation)
    .where('state', '=', 'approved')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!row) return [];
  const source = '单位注册信息';
  const phone = MOBILE.test(row.contact_phone) ? '手机' : '联系电话';
  return [
    { name: '联系人', value: row.contact_name, source },
    { name: phone, value: row.contact_phone, source },
    ...(row.contact_email ? [{ name: '电子邮箱', value: row.contact_email, source }] : []),
  ];
}

const MOBILE = /^1\d{10}$/;

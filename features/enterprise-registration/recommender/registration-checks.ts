import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { knownFacts, type RegisterFact } from '@fuchi/record-register/register-facts';
import { parseCreditCode } from '@fuchi/values/credit-code';
import type { CheckView } from '../contract.ts';
import type { Registration } from '../registration-store.ts';
import { isRegistrationState, REGISTRATION } from '../registration-workflow.ts';

/** What the system looked up about a registration, for whoever decides on it. */
export async function registrationChecks(
  db: Database,
  guide: CheckedGuide,
  registration: Registration,
  now: Date,
): Promise<CheckView[]> {
  const { creditCode, name } = registration;
  const known = await knownFacts(db, guide, { creditCode, name, today: localDay(now) });
  return [
    codeCheck(registration),
    sameNameCheck(await sameName(db, registration)),
    earlierCheck(await earlierUnits(db, creditCode), await earlierRegistrations(db, registration)),
    registerCheck(guide, known),
  ];
}

/** The check digit by GB 32100, and what was said where it fails. */
export function codeCheck({
  creditCode,
  codeOverride,
}: Pick<Registration, 'creditCode' | 'codeOverride'>): CheckView {
  const title = '信用代码校验';
  const parsed = parseCreditCode(creditCode);
  if (parsed.ok) return { title, outcome: 'fine', says: '校验通过（GB 32100）' };
  const expected = parsed.facts['expected'] ?? '';
  return {
    title,
    outcome: 'look',
    says: `校验不过，按前17位计算最后一位应为${expected}。申请人说明：${codeOverride ?? '没有'}。请与营业执照逐位核对`,
  };
}

interface OtherUnit {
  readonly name: string;
  readonly creditCode: string | null;
}

/** @param units that have the name, or had it, under another code */
export function sameNameCheck(units: readonly OtherUnit[]): CheckView {
  const title = '同名单位';
  if (units.length === 0) return { title, outcome: 'fine', says: '没有已注册的同名单位' };
  const listed = units.map(({ name, creditCode }) => `${name}（${creditCode ?? '无代码'}）`);
  return { title, outcome: 'look', says: `已有同名单位，代码不同：${listed.join('、')}` };
}

/** @param units closed ones that had the code  @param before how earlier registrations of it ended */
export function earlierCheck(
  units: readonly Pick<OtherUnit, 'name'>[],
  before: readonly string[],
): CheckView {
  const title = '以前的记录';
  const told = [
    ...units.map(({ name }) => `“${name}”曾用这个代码注册，现已注销或并入其他单位`),
    ...(before.length > 0 ? [`这个代码以前的注册：${before.join('、')}`] : []),
  ];
  return told.length === 0
    ? { title, outcome: 'fine', says: '这个代码是第一次注册' }
    : { title, outcome: 'look', says: told.join('；') };
}

/** On which lists the unit stands. Before any list was imported nothing is said of it. */
export function registerCheck(
  { registers }: Pick<CheckedGuide, 'registers'>,
  known: ReadonlyMap<string, RegisterFact>,
): CheckView {
  const title = '名单';
  const facts = [...known.values()];
  const titled = (fact: RegisterFact) =>
    registers.find(({ id }) => id === fact.register)?.title ?? fact.register;
  const listed = facts.filter((fact) => fact.state === 'known' && fact.entry !== null);
  const alike = facts.filter((fact) => fact.state === 'unchecked' && fact.because === 'name-only');
  const names = (of: readonly RegisterFact[]) => [...new Set(of.map(titled))].join('、');
  if (alike.length > 0) {
    return {
      title,
      outcome: 'look',
      says: `${names(alike)}中有同名单位，代码不同或没有代码，请核对是不是同一家`,
    };
  }
  if (listed.length > 0) {
    return { title, outcome: 'fine', says: `在册：${names(listed)}` };
  }
  const checked = facts.some((fact) => fact.state === 'known');
  return checked
    ? { title, outcome: 'fine', says: '已导入的名单中没有这个单位，不影响注册' }
    : { title, outcome: 'unchecked', says: '未核：名单还没有导入' };
}

async function sameName(
  db: Database,
  { name, creditCode }: Registration,
): Promise<readonly OtherUnit[]> {
  return db
    .selectFrom('organisation')
    .select(['name', 'credit_code as creditCode'])
    .where('kind', '=', 'applicant')
    .where('status', '=', 'active')
    .where((e) => e.or([e('name', '=', name), e(e.val(name), '=', e.fn.any('former_names'))]))
    .where((e) => e.or([e('credit_code', 'is', null), e('credit_code', '<>', creditCode)]))
    .orderBy('id')
    .limit(10)
    .execute();
}

async function earlierUnits(db: Database, creditCode: string) {
  return db
    .selectFrom('organisation')
    .select('name')
    .where('credit_code', '=', creditCode)
    .where('status', '=', 'closed')
    .orderBy('id')
    .limit(10)
    .execute();
}

async function earlierRegistrations(
  db: Database,
  { id, creditCode }: Registration,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('registration')
    .select('state')
    .where('credit_code', '=', creditCode)
    .where('id', '<>', id)
    .orderBy('id')
    .limit(10)
    .execute();
  return rows.map(({ state }) =>
    isRegistrationState(state) ? REGISTRATION.states[state].name : state,
  );
}

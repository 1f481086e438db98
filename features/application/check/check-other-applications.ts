import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { factsOf } from '@fuchi/policy/walk';
import { entriesByCode } from '@fuchi/record-register/register-entry-store';
import { isValid } from '@fuchi/record-register/register-version';
import { currentVersions } from '@fuchi/record-register/register-version-store';
import type { SaidApplication } from '../said-content.ts';
import type { Checker } from './checker.ts';
import type { ApplicationFinding } from './finding.ts';

/** The facts by which the guide's call knows the two rules; its exceptions stand with them. */
const PROJECTS_OF_YEAR = '本年度申报项目数';
const NOT_ACCEPTED = '有已获支持而未验收的项目';

/**
 * Rules that reach beyond one application: one project an applicant, no earlier project that waits for acceptance, the
 * same project not twice. The round says which of them hold an application up: the second by the conditions of the
 * call that count in it.
 */
export const checkOtherApplications: Checker = async (db, context, now) => {
  const earlier = await earlierProjects(db, context, now);
  return [
    ...(await oneApplication(db, context)),
    ...notAccepted(context, earlier),
    ...(await sameProject(db, context, earlier)),
  ];
};

/** Own applications that are received already, those returned among them until they are given up; drafts only remind. */
async function oneApplication(
  db: Database | Work,
  { application, round, guide }: SaidApplication,
): Promise<readonly ApplicationFinding[]> {
  if (round.settings.oneApplication === 'off') return [];
  const { clause, except } = ruleOf(guide, PROJECTS_OF_YEAR);
  // The exceptions of the call's sentence stand for both of its halves.
  const free = new Set([...except, ...ruleOf(guide, NOT_ACCEPTED).except]);
  if (free.has(application.line)) return [];
  const others = await db
    .selectFrom('application')
    .select(['id', 'line', 'title', 'state', 'number', 'returned_at'])
    .where('organisation_id', '=', application.organisation)
    .where('round_id', '=', application.round)
    .where('id', '<>', application.id)
    .where('state', '<>', 'withdrawn')
    .orderBy('id')
    .execute();
  return others
    .filter(({ line }) => !free.has(line))
    .map(({ line, title, state, number, returned_at: returnedAt }) => {
      const received = state === 'submitted' || state === 'returned' || returnedAt !== null;
      const name = `${titleOf(guide, line)}${title === '' ? '' : `“${title}”`}`;
      return {
        code: received ? 'other-application' : 'other-draft',
        part: 'project',
        says: received
          ? `本单位在本批次已提交${name}（受理编号${number ?? ''}）；一个申报单位原则上申报一个项目。`
          : `本单位在本批次还有未提交的${name}；一个申报单位原则上申报一个项目。`,
        ...(clause !== '' && { clause }),
        blocks: received && round.settings.oneApplication === 'blocks',
      };
    });
}

function notAccepted(
  { application, guide }: SaidApplication,
  projects: readonly EarlierProject[],
): readonly ApplicationFinding[] {
  const { clause, except } = ruleOf(guide, NOT_ACCEPTED);
  if (except.includes(application.line)) return [];
  return projects
    .filter(({ accepted }) => accepted === '未验收' || accepted === '验收未通过')
    .map(({ year, title, accepted }) => ({
      code: 'earlier-not-accepted',
      part: 'facts',
      path: NOT_ACCEPTED,
      says: `${year}年度已获支持的项目“${title}”${accepted}；有未验收的项目不能再申报。`,
      ...(clause !== '' && { clause }),
      // The register settles the fact itself, and the condition of the call refuses by it.
      blocks: false,
    }));
}

/** The same name in another application of the unit's own, in this round, or among its earlier projects. */
async function sameProject(
  db: Database | Work,
  { application, guide, round }: SaidApplication,
  projects: readonly EarlierProject[],
): Promise<readonly ApplicationFinding[]> {
  const own = plainTitle(application.title);
  if (own === '') return [];
  const earlier = projects
    .filter(({ title }) => plainTitle(title) === own)
    .map(({ year, title }) => `${year}年度已获支持的项目“${title}”`);
  const others = await db
    .selectFrom('application')
    .select(['title', 'line', 'number'])
    .where('organisation_id', '=', application.organisation)
    .where('round_id', '=', application.round)
    .where('id', '<>', application.id)
    .where('number', 'is not', null)
    .where('state', '<>', 'withdrawn')
    .execute();
  const again = others
    .filter(({ title }) => plainTitle(title) === own)
    .map(({ line, number }) => `本批次的${titleOf(guide, line)}（受理编号${number ?? ''}）`);
  return [...earlier, ...again].map((where) => ({
    code: 'same-project',
    part: 'project',
    path: '名称',
    says: `项目名称与${where}相同；同一项目不能重复获得支持，请核对。`,
    blocks: round.settings.sameProject === 'blocks',
  }));
}

interface EarlierProject {
  readonly year: string;
  readonly title: string;
  readonly accepted: string;
}

async function earlierProjects(
  db: Database | Work,
  { guide, organisation: { creditCode } }: SaidApplication,
  now: Date,
): Promise<readonly EarlierProject[]> {
  if (creditCode === null) return [];
  const register = guide.registers.find(({ settles }) =>
    settles.some(({ fact }) => fact === NOT_ACCEPTED),
  );
  if (!register) return [];
  const today = localDay(now);
  const versions = (await currentVersions(db)).filter(
    (version) => version.register === register.id && isValid(register, version, today),
  );
  const entries = await entriesByCode(
    db,
    versions.map(({ id }) => id),
    creditCode,
  );
  return entries.map(({ cells }) => ({
    year: cells['立项年度'] ?? '',
    title: cells['项目名称'] ?? '',
    accepted: cells['验收情况'] ?? '',
  }));
}

/** The clause of the call that rests on a fact, and the lines it leaves out. */
function ruleOf(
  guide: CheckedGuide,
  fact: string,
): { readonly clause: string; readonly except: readonly string[] } {
  const rule = guide.call.find(({ must }) => factsOf(must).includes(fact));
  return { clause: rule?.clause ?? '', except: guide.callExcept[rule?.clause ?? ''] ?? [] };
}

function titleOf(guide: CheckedGuide, line: string): string {
  return guide.lines.find(({ id }) => id === line)?.title ?? line;
}

/** Names of one project are written with other spaces, brackets and quotes. */
function plainTitle(title: string): string {
  return title.replace(/[\s“”"'‘’（）()《》、，,。.·—-]/gu, '');
}

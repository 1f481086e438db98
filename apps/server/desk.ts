import { unitChangeTasks } from '@fuchi/accounts/change/change-tasks';
import { accountsRoutes } from '@fuchi/accounts/http';
import type { ApplicationWork } from '@fuchi/application/application-work';
import { FIELDS_SINCE } from '@fuchi/application/draft/http-draft';
import { applicationRoutes } from '@fuchi/application/http';
import { statementTasks } from '@fuchi/application/statements/statement-tasks';
import { submitTasks } from '@fuchi/application/submit/submit-tasks';
import { deskPageRoutes } from '@fuchi/desk/http';
import { PORTAL_OPERATION } from '@fuchi/desk/portal/http-portal';
import { registrationRoutes } from '@fuchi/enterprise-registration/http';
import { REGISTRATION_SETTINGS } from '@fuchi/enterprise-registration/registration-settings';
import { registrationTasks } from '@fuchi/enterprise-registration/registration-tasks';
import { noticesRoutes, UNREAD_OPERATION } from '@fuchi/notices/http';
import { type DeskRoutes, deskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { PortalMode } from '@fuchi/platform-server/portal-mode/portal-state';
import type { RateGuards } from '@fuchi/platform-server/rate-limit';
import type { SecretBox } from '@fuchi/platform-server/secret-box';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { receivedByLine } from '@fuchi/record-application/application-store';
import { keepGuide } from '@fuchi/record-guide-version/guide-of';
import type { Actor } from '@fuchi/record-person/actor';
import { actorOf } from '@fuchi/record-person/actor-store';
import type { DutyChoice } from '@fuchi/record-person/duty-store';
import { touchSession } from '@fuchi/record-person/session-store';
import { uploadRoutes } from '@fuchi/record-upload/http-upload';
import { registersRoutes } from '@fuchi/registers/http';
import { registerTasks } from '@fuchi/registers/register-tasks';
import type { RegistersContext } from '@fuchi/registers/registers-context';
import { roundSetupRoutes } from '@fuchi/round-setup/http';
import type { RoundSetupContext } from '@fuchi/round-setup/round-setup-context';
import { roundTasks } from '@fuchi/round-setup/round-tasks';
import { signInRoutes } from '@fuchi/sign-in/http';
import { OTHER_DUTY } from '@fuchi/sign-in/refusal';
import { SESSION_OPERATION } from '@fuchi/sign-in/session/http-session';
import { sessionCookieOf } from '@fuchi/sign-in/session/session-cookie';
import type { SignInContext, SignInSettings } from '@fuchi/sign-in/sign-in-context';
import { signOnTasks } from '@fuchi/sign-in/sign-on/sign-on-tasks';
import { signOffRoutes } from '@fuchi/sign-off/http';
import { signOffTasks } from '@fuchi/sign-off/sign-off-tasks';
import { trailRoutes } from '@fuchi/trail/http';
import { subjectNames } from '@fuchi/trail/read/subject-names-store';
import { eventText } from '@fuchi/trail/words/event-words';
import { type Regions, regionsFrom } from '@fuchi/values/region';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { personBySession, signInAtOnce, uploaderBySession } from './person-by-session.ts';
import { applicationsForChange } from './round-applications.ts';
import { roundCarriers } from './round-carriers.ts';

export interface DeskOptions {
  readonly db: Database;
  /** The program's clock, which the demonstration sets. */
  readonly clock: { now(): Date; reread(): Promise<void> };
  /** Decided once at the first start, never turned round. */
  readonly mode: PortalMode;
  /** The machine's, on which sessions and codes run. */
  readonly machine?: { now(): Date };
  readonly box: SecretBox;
  /** Where what was uploaded lies. */
  readonly files: FileStore;
  readonly signIn: SignInSettings;
  /** Whether short messages are sent. */
  readonly sms?: boolean;
  /** The guide that ships with the program, for names of lines and regions; a round has its own version. */
  readonly guide: CheckedGuide;
  /** Its files: it can be published as it is. */
  readonly guideFiles: ReadonlyMap<string, string>;
  /** Checks guides in a thread of its own. */
  readonly workOnGuide: RoundSetupContext['workOnGuide'];
  /** Reads lists in a thread of its own. */
  readonly readList: RegistersContext['readList'];
  /** Prints applications, and reads what came back filled in, in threads. */
  readonly workOnApplication: ApplicationWork;
  /** Counts requests, also those of the public interface. */
  readonly limits: RateGuards;
}

/** What every feature of a desk may stand on; each names the part it needs. */
type DeskContext = SignInContext & {
  readonly files: FileStore;
  readonly guide: CheckedGuide;
  readonly regions: Regions;
};

const MACHINE = { now: () => new Date() };

/** Adds everything people do who sign in. A feature of a desk adds its routes here, in one line. */
export function openDesk(app: FastifyInstance, options: DeskOptions): DeskRoutes<Actor> {
  const { db, clock, mode, machine = MACHINE, box, files, signIn, guide, limits } = options;
  const moment = () => ({ machine: machine.now(), now: clock.now() });
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(`the guide's regions: ${regions.code}`);
  const context: DeskContext = {
    db,
    moment,
    box,
    files,
    settings: signIn,
    guide,
    regions: regions.value,
  };
  // The guide that ships is in memory anyway: a round that is run under it needn't read it a second time.
  keepGuide(guide);
  const routes = deskRoutes<Actor>(app, { actorOf: actorBySession(context), limits });
  deskPageRoutes(routes, {
    ...context,
    mode,
    rereadClock: () => clock.reread(),
    // What waits for somebody: a feature adds its source here, in one line.
    taskSources: [
      unitChangeTasks,
      registrationTasks(REGISTRATION_SETTINGS),
      statementTasks,
      submitTasks,
      signOnTasks,
      signOffTasks,
      roundTasks,
      registerTasks(guide),
    ],
    words: { eventText, subjectNames },
  });
  signInRoutes(routes, context);
  accountsRoutes(routes, context);
  applicationRoutes(routes, { ...context, work: options.workOnApplication });
  registersRoutes(routes, { ...context, readList: options.readList });
  roundSetupRoutes(routes, {
    ...context,
    guideFiles: options.guideFiles,
    workOnGuide: options.workOnGuide,
    applicationsOf: applicationsForChange,
    receivedOf: receivedByLine,
  });
  // What becomes of what was signed: a feature whose commands wait for a chain adds its carriers here.
  signOffRoutes(routes, { ...context, carriers: [...roundCarriers] });
  trailRoutes(routes, context);
  noticesRoutes(routes, {
    ...context,
    settings: { letters: signIn.letters, sms: options.sms ?? false },
  });
  uploadRoutes(routes, { ...context, uploaderOf: uploaderBySession(context) });
  registrationRoutes(routes, {
    ...context,
    registration: REGISTRATION_SETTINGS,
    personOf: personBySession(context),
    signIn: signInAtOnce(context),
  });
  return routes;
}

/** What pages ask by themselves while nobody is there. */
const BY_ITSELF = [SESSION_OPERATION, PORTAL_OPERATION, FIELDS_SINCE, UNREAD_OPERATION];

/** Whatever somebody asks makes his idle time run anew, but for what a page asks by itself. */
function actorBySession({ db, moment, settings }: SignInContext) {
  return async (request: FastifyRequest): Promise<Actor | undefined> => {
    const cookie = sessionCookieOf(request, settings.publicUrl);
    if (cookie === undefined) return undefined;
    const at = moment();
    const found = await actorOf(db, cookie, at, settings.session, request.ip);
    if (!found) return undefined;
    demandSameDuty(request, found.session.duty);
    const byItself = BY_ITSELF.some(
      ({ method, path }) => request.method === method && request.routeOptions.url === path,
    );
    if (!byItself) await touchSession(db, found.session, at.machine);
    return found.actor;
  };
}

/** A page says which duty it was opened with; it doesn't act from another that another window chose since. */
function demandSameDuty(request: FastifyRequest, duty: DutyChoice | undefined): void {
  const from = request.headers['x-acting-from'];
  if (from === undefined || from === `${duty?.appointment}.${duty?.delegation ?? 0}`) return;
  if (request.routeOptions.config.permission !== 'public') throw new HttpFault(OTHER_DUTY);
}

import { randomUUID } from 'node:crypto';
import type { ApplicationOutcome, ApplicationTask } from '@fuchi/application/application-work';
import { ASSESSMENT_LIMITS, assessmentRoutes, type GuideSource } from '@fuchi/assessment/http';
import type { AssessOutcome, AssessTask } from '@fuchi/assessment/http-answer';
import { FORM_LIMITS, formRoutes } from '@fuchi/performance-form/http';
import type { FormOutcome, FormTask } from '@fuchi/performance-form/http-answer';
import type { WorkerPool } from '@fuchi/platform-server/answering/worker-pool';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import { describeOperations } from '@fuchi/platform-server/api/document-operation';
import { operationsOf } from '@fuchi/platform-server/api/operations';
import { refuseUnread } from '@fuchi/platform-server/client-error';
import { type HealthChecks, healthRoute } from '@fuchi/platform-server/health/health-route';
import { answerFaults } from '@fuchi/platform-server/http-fault';
import { readJsonBodies } from '@fuchi/platform-server/json-body';
import {
  ANSWERS_A_MINUTE,
  BODY_LIMIT,
  HEAD_TIMEOUT,
  IDLE_TIMEOUT,
  REQUEST_TIMEOUT,
  REQUESTS_A_MINUTE,
} from '@fuchi/platform-server/limits';
import { loggedBy, logRequests } from '@fuchi/platform-server/log/log-requests';
import { limitClients, type Rates } from '@fuchi/platform-server/rate-limit';
import { type DecidedRoute, demandPermissions } from '@fuchi/platform-server/route-permission';
import { serveWebPages } from '@fuchi/platform-server/web-pages';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { ListTask, ListTold } from '@fuchi/registers/import/list-task';
import type { GuideOutcome, GuideTask } from '@fuchi/round-setup/guide/guide-work';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { apiLimits } from './api-limits.ts';
import { openApplicationWorkers } from './application-workers.ts';
import { openAssessors } from './assessors.ts';
import { type DeskOptions, openDesk } from './desk.ts';
import { openFormWorkers } from './form-workers.ts';
import { openGuideWorkers } from './guide-workers.ts';
import { openListWorkers } from './list-workers.ts';

export interface PortalOptions {
  /** The folder of the built pages. */
  readonly pages: string;
  readonly guide: CheckedGuide;
  readonly files: GuideSource['files'];
  /** Where faults of our own are written. */
  readonly report: (text: string) => void;
  /** Where it is written what was asked and how it ended; without it nowhere. */
  readonly logger?: FastifyBaseLogger;
  /** What `/health` looks at besides that the server answers. */
  readonly health?: HealthChecks;
  /** Requests a minute that one client may make of the interface. */
  readonly rates?: Rates;
  /** Addresses of proxies whose word is taken for who the client is. */
  readonly trustedProxies?: readonly string[];
  /** Who answers what takes work; ended with the portal. */
  readonly assessors?: WorkerPool<AssessTask, AssessOutcome>;
  /** Who reads and makes forms; ended with the portal. */
  readonly formWorkers?: WorkerPool<FormTask, FormOutcome>;
  /** Who reads the lists of registers; ended with the portal. */
  readonly listWorkers?: WorkerPool<ListTask, ListTold>;
  /** Who checks guides before they are published; ended with the portal. */
  readonly guideWorkers?: WorkerPool<GuideTask, GuideOutcome>;
  /** Who prints applications; opened for the portal where none are given. */
  readonly applicationWorkers?: WorkerPool<ApplicationTask, ApplicationOutcome>;
  /** What people do who sign in; without it the portal is the guide's pages alone. */
  readonly desk?: Omit<
    DeskOptions,
    'limits' | 'guide' | 'guideFiles' | 'readList' | 'workOnGuide' | 'workOnApplication'
  >;
}

const VERSION = '1.0.0';

export async function openPortal(options: PortalOptions): Promise<FastifyInstance> {
  return (await openPortalWithRoutes(options)).portal;
}

/** A portal, with who may use which of its routes and what is done at its desk. */
export interface OpenPortal {
  readonly portal: FastifyInstance;
  readonly routes: () => readonly DecidedRoute[];
  readonly operations: readonly DeskOperation<unknown, unknown, unknown>[];
}

/** As `openPortal`, with its routes. */
export async function openPortalWithRoutes({
  pages,
  guide,
  files,
  report,
  logger,
  health = {},
  rates = { ready: REQUESTS_A_MINUTE, answers: ANSWERS_A_MINUTE },
  trustedProxies = [],
  assessors = openAssessors(guide, report),
  formWorkers = openFormWorkers(guide, report),
  listWorkers = openListWorkers(guide, report),
  guideWorkers = openGuideWorkers(guide, report),
  applicationWorkers = openApplicationWorkers(report),
  desk,
}: PortalOptions): Promise<OpenPortal> {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    connectionTimeout: IDLE_TIMEOUT,
    http: { headersTimeout: HEAD_TIMEOUT },
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    ...(logger && loggedBy(logger)),
    ...refuseUnread(),
  });
  logRequests(app);
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  const routes = demandPermissions(app);
  answerFaults(app, report);
  readJsonBodies(app);
  healthRoute(app, health, report);
  const limits = await limitClients(app, rates);
  const operations = operationsOf(app, limits);
  assessmentRoutes(operations, { guide, files }, assessors.ask);
  formRoutes(operations, guide, formWorkers.ask);
  app.addHook('onClose', () =>
    Promise.all(
      [assessors, formWorkers, listWorkers, guideWorkers, applicationWorkers].map((pool) =>
        pool.close(),
      ),
    ),
  );
  describeOperations(operations, {
    title: '扶持 Fuchi',
    version: VERSION,
    description:
      '省级专项资金申报指南的接口：查询项目类别，评估一个单位符合哪些条件、最多可补助多少；检查、生成和读回绩效目标申报表。不保存、不记录请求内容。结论不作为审批依据。',
    limits: [...apiLimits(rates), ...ASSESSMENT_LIMITS, ...FORM_LIMITS],
  });
  const atDesk =
    desk &&
    openDesk(app, {
      ...desk,
      guide,
      guideFiles: files,
      readList: listWorkers.ask,
      workOnGuide: guideWorkers.ask,
      workOnApplication: applicationWorkers.ask,
      limits,
    });
  await serveWebPages(app, pages, { desk: desk !== undefined });
  return { portal: app, routes, operations: atDesk?.all ?? [] };
}

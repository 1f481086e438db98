import { randomUUID } from 'node:crypto';
import { assessmentRoutes } from '@fuchi/assessment/http';
import { answerFaults } from '@fuchi/platform-server/http-fault';
import { readJsonBodies } from '@fuchi/platform-server/json-body';
import { serveWebPages } from '@fuchi/platform-server/web-pages';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import fastify, { type FastifyInstance } from 'fastify';

export interface PortalOptions {
  /** The folder of the built pages. */
  readonly pages: string;
  readonly guide: CheckedGuide;
  /** Where faults of our own are written. */
  readonly report: (text: string) => void;
}

const BODY_LIMIT = 1024 * 1024;

export async function openPortal({
  pages,
  guide,
  report,
}: PortalOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  answerFaults(app, report);
  readJsonBodies(app);
  assessmentRoutes(app, guide);
  await serveWebPages(app, pages);
  return app;
}

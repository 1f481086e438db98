import type { FastifyInstance } from 'fastify';

/** Looks whether one part does its work; throws, or takes too long, where it doesn't. */
export type HealthCheck = () => Promise<void>;

/** What the portal stands on, by its name in the reply. */
export type HealthChecks = Readonly<Record<string, HealthCheck>>;

/** An answer is given on for so long, in milliseconds: however often it is asked, the parts are looked at once. */
const KEPT = 1_000;
/** What takes longer isn't well. */
const PATIENCE = 3_000;

interface Health {
  readonly status: 'ok' | 'failing';
  readonly parts: Readonly<Record<string, 'ok' | 'failing'>>;
}

/**
 * `GET /health`: 200 while every part does its work, else 503. Says which part fails and nothing of why: that stands in
 * the log.
 */
export function healthRoute(
  app: FastifyInstance,
  checks: HealthChecks,
  report: (text: string) => void,
): void {
  let last: { readonly at: number; readonly health: Promise<Health> } | undefined;
  app.get('/health', { config: { permission: 'public' } }, async (_request, reply) => {
    const at = performance.now();
    if (!last || at - last.at > KEPT) last = { at, health: look(checks, report) };
    const health = await last.health;
    reply.header('cache-control', 'no-store');
    return reply.code(health.status === 'ok' ? 200 : 503).send(health);
  });
}

async function look(checks: HealthChecks, report: (text: string) => void): Promise<Health> {
  const looked = await Promise.all(
    Object.entries(checks).map(async ([part, check]) => {
      try {
        await inTime(check());
        return [part, 'ok'] as const;
      } catch (error) {
        report(`health: ${part}: ${error instanceof Error ? error.message : String(error)}`);
        return [part, 'failing'] as const;
      }
    }),
  );
  const ok = looked.every(([, state]) => state === 'ok');
  return { status: ok ? 'ok' : 'failing', parts: Object.fromEntries(looked) };
}

function inTime(work: Promise<void>): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`took longer than ${PATIENCE} ms`)), PATIENCE);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
}

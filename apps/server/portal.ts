import { serveWebPages } from '@fuchi/platform-server/web-pages';
import fastify, { type FastifyInstance } from 'fastify';

export interface PortalOptions {
  /** The folder of the built pages. */
  readonly pages: string;
}

export async function openPortal({ pages }: PortalOptions): Promise<FastifyInstance> {
  const app = fastify();
  await serveWebPages(app, pages);
  return app;
}

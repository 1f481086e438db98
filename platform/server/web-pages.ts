import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { NOT_FOUND } from './fault-kind.ts';
import { faultBody, HttpFault } from './http-fault.ts';

/**
 * No script but our own and no eval. Styles may stand in the page: antd computes its own while the
 * page runs and puts them there, and a nonce would have to be written into a page that is a plain file.
 */
const CONTENT_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

export interface WebPages {
  /** People can sign in here: the pages offer it. */
  readonly desk: boolean;
}

/** Read by the pages (platform/browser/desk-offered.ts). */
const DESK_MARK = '<meta name="fuchi-desk" content="open" />';

/**
 * Whether pages were built into `folder`, asked before anything is opened or set up.
 * @throws a sentence for whoever starts the portal
 * @example demandPages(join(programRoot(), 'apps/web/dist'))
 */
export function demandPages(folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error('网页还没有生成。请先在程序所在的文件夹运行一次 npm start，它会生成网页。');
  }
}

/** Serves the built pages in `folder`; a path that is no file and no API gets the page, which routes it. */
export async function serveWebPages(
  app: FastifyInstance,
  folder: string,
  { desk }: WebPages,
): Promise<void> {
  const built = await readFile(join(folder, 'index.html'), 'utf8');
  const page = desk ? built.replace('<head>', `<head>\n    ${DESK_MARK}`) : built;
  const sendPage = (reply: FastifyReply) =>
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(HEADERS)) {
      // What somebody uploaded is given out under a stricter policy of its own.
      if (!reply.hasHeader(name)) reply.header(name, value);
    }
  });
  // The pages and what they are made of are for everybody; the interface decides for itself.
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/')) route.config = { ...route.config, permission: 'public' };
  });
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Vite names what lies in assets/ by its content.
      const lasting = /[\\/]assets[\\/]/.test(path);
      reply.setHeader(
        'cache-control',
        lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.get('/', (_request, reply) => sendPage(reply));
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/');
    if (wantsPage && request.headers.accept?.includes('text/html')) return sendPage(reply);
    return reply.code(404).send(faultBody(new HttpFault(NOT_FOUND), request.id));
  });
}

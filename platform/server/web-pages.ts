import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
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

/** Serves the built pages in `folder`; a path that is no file and no API gets the page, which routes it. */
export async function serveWebPages(app: FastifyInstance, folder: string): Promise<void> {
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(HEADERS);
  });
  // The pages and what they are made of are for everybody; the interface decides for itself.
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/')) route.config = { ...route.config, permission: 'public' };
  });
  await app.register(fastifyStatic, {
    root: folder,
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
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/');
    if (wantsPage && request.headers.accept?.includes('text/html'))
      return reply.sendFile('index.html');
    return reply.code(404).send(faultBody(new HttpFault(NOT_FOUND), request.id));
  });
}

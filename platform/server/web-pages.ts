import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** No script but our own and no eval; antd writes its styles into the page. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Serves the built pages in `folder`; a path that is no file and no API gets the page, which routes it. */
export async function serveWebPages(app: FastifyInstance, folder: string): Promise<void> {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', CONTENT_POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
  });
  await app.register(fastifyStatic, { root: folder, wildcard: false, dotfiles: 'ignore' });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/');
    if (wantsPage && request.headers.accept?.includes('text/html'))
      return reply.sendFile('index.html');
    return reply.code(404).send({ code: 'not-found', message: '没有这个地址' });
  });
}

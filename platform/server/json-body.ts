import type { FastifyInstance } from 'fastify';
import { HttpFault } from './http-fault.ts';
import { parseJsonText } from './json-text.ts';

/** Reads JSON bodies so that no digit is lost: a number that a double can't carry is refused, not rounded. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, parseJson(String(text)));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function parseJson(text: string): unknown {
  const parsed = parseJsonText(text);
  if (parsed.ok) return parsed.value;
  const message = parsed.code === 'bad-json' ? `请求内容${parsed.message}` : parsed.message;
  throw new HttpFault(400, parsed.code, message);
}

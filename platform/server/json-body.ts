import type { FastifyInstance } from 'fastify';
import { HttpFault } from './http-fault.ts';

/** Deeper than any input of ours; what recurses over a value stays far from the end of the stack. */
const MAX_DEPTH = 32;

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
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]|-?\d[\d.eE+-]*/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (/^[-\d]/.test(token) && isLossy(token)) {
      const sentence = `数值“${token.slice(0, 40)}”位数太多或带指数，请加引号写成文字`;
      throw new HttpFault(400, 'lossy-number', sentence);
    }
    if (depth > MAX_DEPTH) throw new HttpFault(400, 'too-deep', `嵌套超过${MAX_DEPTH}层`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpFault(400, 'bad-json', '请求内容不是正确的 JSON');
  }
}

/** A double keeps any 15 significant digits; with more, or with an exponent, a number might not survive. */
function isLossy(written: string): boolean {
  const digits = written.replace(/[-+.]/g, '').replace(/^0+/, '');
  return /e/i.test(written) || digits.length > 15;
}

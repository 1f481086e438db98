import type { FastifyInstance } from 'fastify';
import { BAD_JSON, LOSSY_NUMBER, TOO_DEEP } from './fault-kind.ts';
import { HttpFault } from './http-fault.ts';
import { type ParsedJson, parseJsonText } from './json-text.ts';
import { placeOf } from './text-place.ts';

/** Reads JSON bodies so that no digit is lost: a number that a double can't carry is refused, not rounded. */
export function readJsonBodies(app: FastifyInstance): void {
  // Nothing else is read, plain text neither: another site's form could send it without being asked.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    const parsed = parseJsonText(String(text));
    if (parsed.ok) done(null, parsed.value);
    else done(faultOf(parsed, String(text)));
  });
}

function faultOf(parsed: Extract<ParsedJson, { ok: false }>, text: string): HttpFault {
  const { code, at, message } = parsed;
  if (code === 'too-deep') return new HttpFault(TOO_DEEP);
  if (code === 'lossy-number')
    return new HttpFault(LOSSY_NUMBER, { zh: message, en: LOSSY_NUMBER.when.en });
  if (text.trim() === '') {
    return new HttpFault(BAD_JSON, { zh: '请求内容是空的', en: 'The body is empty' });
  }
  const { line, column } = placeOf(text, at);
  return new HttpFault(BAD_JSON, {
    zh: `${BAD_JSON.when.zh}（第${line}行第${column}列）`,
    en: `${BAD_JSON.when.en} (line ${line}, column ${column})`,
  });
}

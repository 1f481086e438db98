import { gzipSync } from 'node:zlib';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { InputFault } from '@fuchi/policy/facts/given';
import { guideToJson } from '@fuchi/policy/guide-json';
import { regionsFrom } from '@fuchi/values/region';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { locales } from 'zod';
import { assessLine } from './assess-line.ts';
import { type AssessRequest, assessRequest } from './contract.ts';
import { describeFact } from './fact-description.ts';
import { faultText } from './fault-text.ts';
import { lineSummary } from './line-summary.ts';
import { readRequest } from './read-request.ts';

type LineRequest = FastifyRequest<{ Params: { line: string } }>;

/** The routes by which pages and programs ask a guide. */
export function assessmentRoutes(app: FastifyInstance, guide: CheckedGuide): void {
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(`the guide's regions don't read: ${regions.code}`);
  const text = Buffer.from(guideToJson(guide));
  const packed = gzipSync(text);
  const { digest } = guide.guide;

  app.get('/api/guide', async (request, reply) => send(request, reply, { text, packed, digest }));
  app.get('/api/lines', async () => guide.lines.map((line) => lineSummary(guide, line)));
  app.get('/api/lines/:line/facts', async (request: LineRequest) =>
    lineOf(guide, request).facts.flatMap((id) => {
      const fact = guide.facts[id];
      return fact ? [describeFact(guide, fact)] : [];
    }),
  );
  app.post('/api/lines/:line/assess', async (request: LineRequest) => {
    const line = lineOf(guide, request);
    const { question, faults } = readRequest(guide, bodyOf(request));
    const answer = assessLine(guide, regions.value, line.id, question);
    refuse([...faults, ...answer.faults]);
    return answer.assessment;
  });
}

/** A guide never changes under its digest, but another may be loaded: the copy is asked for anew each time. */
function send(
  request: FastifyRequest,
  reply: FastifyReply,
  guide: { text: Buffer; packed: Buffer; digest: string },
) {
  const zip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const tag = `"${guide.digest}${zip ? '-gzip' : ''}"`;
  reply.header('etag', tag).header('cache-control', 'no-cache').header('vary', 'accept-encoding');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((t) => t.trim());
  if (known.includes(tag)) return reply.code(304).send();
  if (zip) reply.header('content-encoding', 'gzip');
  return reply.type('application/json; charset=utf-8').send(zip ? guide.packed : guide.text);
}

function lineOf(guide: CheckedGuide, request: LineRequest): CheckedGuide['lines'][number] {
  const line = guide.lines.find((l) => l.id === request.params.line);
  if (line) return line;
  const asked = request.params.line.slice(0, 60);
  throw new HttpFault(404, 'unknown-line', `指南中没有“${asked}”这个项目类别`);
}

function bodyOf(request: FastifyRequest): AssessRequest {
  const read = assessRequest.safeParse(request.body, { error: locales.zhCN().localeError });
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: 'request-shape',
    message: issue.message,
  }));
  throw badInput(faults);
}

function refuse(faults: readonly InputFault[]): void {
  if (faults.length === 0) return;
  throw badInput(faults.map((f) => ({ path: f.path, code: f.code, message: faultText(f) })));
}

function badInput(faults: readonly { path: string; code: string; message: string }[]): HttpFault {
  return new HttpFault(422, 'bad-input', `输入有${faults.length}处错误`, faults);
}

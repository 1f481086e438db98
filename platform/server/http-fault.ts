import type { FastifyInstance } from 'fastify';

export interface NamedFault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Thrown by a route for a request it can't answer: the caller is told why. */
export class HttpFault extends Error {
  override name = 'HttpFault';
  readonly status: 400 | 404 | 413 | 415 | 422;
  readonly code: string;
  readonly faults: readonly NamedFault[];

  constructor(
    status: HttpFault['status'],
    code: string,
    message: string,
    faults: readonly NamedFault[] = [],
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.faults = faults;
  }
}

/** What Fastify itself refuses, before a route sees it. */
const REFUSALS: Readonly<Record<string, readonly [number, string, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'too-large', '请求内容过大，最多1 MB'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'not-json', '请求内容应为 JSON（application/json）'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'bad-length', '请求长度与内容不符'],
  FST_ERR_BAD_URL: [400, 'bad-address', '地址写法有误'],
};

/** Every refusal is JSON with a code and a sentence; a fault of ours says only the number of the request. */
export function answerFaults(app: FastifyInstance, report: (text: string) => void): void {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof HttpFault) {
      const { code, message, faults } = error;
      return reply.code(error.status).send({ code, message, ...(faults.length > 0 && { faults }) });
    }
    const [status, code, message] = REFUSALS[codeOf(error)] ?? [];
    if (status) return reply.code(status).send({ code, message });
    report(`${request.id} ${request.method} ${request.url}: ${describe(error)}`);
    const sentence = `服务出错，请报告请求编号 ${request.id}`;
    return reply.code(500).send({ code: 'internal', message: sentence });
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import type { FastifyInstance } from 'fastify';
import {
  BAD_ADDRESS,
  BAD_LENGTH,
  BAD_REQUEST,
  type FaultKind,
  INTERNAL,
  NOT_JSON,
  TOO_LARGE,
  TOO_LONG_ADDRESS,
} from './fault-kind.ts';
import { faultPage, isOpenedByPerson } from './fault-page.ts';
import type { Wording } from './wording.ts';

/** One thing wrong with an input: where, which kind, and what to do. */
export interface NamedFault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly messageEn: string;
  readonly fix?: string;
  readonly fixEn?: string;
}

interface MoreOfFault {
  readonly faults?: readonly NamedFault[];
  readonly retryAfter?: number;
}

/** Thrown by a route for a request it can't answer: the caller is told why. */
export class HttpFault extends Error {
  override name = 'HttpFault';
  readonly kind: FaultKind;
  readonly wording: Wording;
  readonly faults: readonly NamedFault[];
  /** Seconds after which the same request may be answered. */
  readonly retryAfter: number | undefined;

  constructor(kind: FaultKind, wording: Wording = kind.when, more: MoreOfFault = {}) {
    super(wording.en);
    this.kind = kind;
    this.wording = wording;
    this.faults = more.faults ?? [];
    this.retryAfter = more.retryAfter;
  }
}

/** The one shape of every refusal: a code to act on, a sentence in both languages, the request's number. */
export function faultBody(
  { kind, wording, faults }: Pick<HttpFault, 'kind' | 'wording' | 'faults'>,
  requestId: string,
) {
  return {
    code: kind.code,
    message: wording.zh,
    messageEn: wording.en,
    requestId,
    ...(faults.length > 0 && { faults }),
  };
}

/** What Fastify itself refuses, before a route sees it. */
const REFUSALS: Readonly<Record<string, FaultKind>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: TOO_LARGE,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: NOT_JSON,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: BAD_LENGTH,
  FST_ERR_BAD_URL: BAD_ADDRESS,
  FST_ERR_MAX_PARAM_LENGTH: TOO_LONG_ADDRESS,
};

/** Every refusal is JSON of one shape, or a page where a person opened the address; a fault of ours says only the number of the request. */
export function answerFaults(app: FastifyInstance, report: (text: string) => void): void {
  app.setErrorHandler((error, request, reply) => {
    const fault = asFault(error);
    if (fault.kind === INTERNAL) {
      // The pattern and not the address: no id, no question, nothing of the applicant is written down.
      const route = request.routeOptions.url ?? '';
      report(`${request.id} ${request.method} ${route}: ${describe(error)}`);
    }
    if (fault.retryAfter !== undefined) reply.header('retry-after', String(fault.retryAfter));
    reply.code(fault.kind.status);
    if (!isOpenedByPerson(request)) return reply.send(faultBody(fault, request.id));
    return reply.type('text/html; charset=utf-8').send(faultPage(fault, request.id));
  });
}

/** What is told of an error: its own words if it was meant for the caller, else nothing of it. */
export function asFault(error: unknown): HttpFault {
  if (error instanceof HttpFault) return error;
  const kind = REFUSALS[textOf(error, 'code')];
  if (kind) return new HttpFault(kind);
  // Other refusals of Fastify's: the caller's fault, whatever it is, and no fault of ours to report.
  if (/^FST_ERR_/.test(textOf(error, 'code')) && /^4\d\d$/.test(textOf(error, 'statusCode'))) {
    return new HttpFault(BAD_REQUEST);
  }
  return new HttpFault(INTERNAL);
}

function textOf(error: unknown, key: string): string {
  return error instanceof Error ? String(Reflect.get(error, key) ?? '') : '';
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? error.message;
  const state = Reflect.get(error, 'severity') === undefined ? '' : textOf(error, 'code');
  if (state === '') return stack;
  // The database's words repeat the value that offends, which may be personal; its code and where it happened do.
  const [, ...frames] = stack
    .slice(stack.indexOf(error.message) + error.message.length)
    .split('\n');
  return [`database error ${state} ${textOf(error, 'constraint')}`.trimEnd(), ...frames].join('\n');
}

import {
  ADDRESS_FAULTS,
  BODY_FAULTS,
  COMMON_FAULTS,
  type FaultKind,
  PASSING_FAULTS,
  UPLOAD_FAULTS,
} from '../fault-kind.ts';
import type { Wording } from '../wording.ts';
import { faultReply } from './fault-reply.ts';
import { type JsonSchema, type SchemaBook, schemaBook } from './json-schema.ts';
import {
  type BodyOperation,
  isFileReply,
  type Operation,
  type UploadOperation,
} from './operation.ts';

/** A bound on what may be sent, for the documentation. */
export interface Limit {
  readonly name: Wording;
  readonly value: Wording;
}

export interface AboutApi {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly limits: readonly Limit[];
}

export type AnyOperation = Operation | BodyOperation<unknown> | UploadOperation;

/**
 * The interface's description, made from the very operations that answer: OpenAPI 3.1. What OpenAPI has no place for,
 * English names, the limits, the table of errors, stands under `x-`.
 */
export function apiDocument(about: AboutApi, operations: readonly AnyOperation[]): JsonSchema {
  const book = schemaBook();
  const fault = book.schemaOf(faultReply);
  const paths = Object.fromEntries(
    operations.map((o) => [o.path, { [o.method.toLowerCase()]: describe(o, fault, book) }]),
  );
  const kinds = new Map(operations.flatMap(faultsOf).map((kind) => [kind.code, kind]));
  const errors = [...kinds.values()].sort((a, b) => a.status - b.status);
  const { title, version, description, limits } = about;
  return {
    openapi: '3.1.1',
    info: {
      title,
      version,
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [],
    paths,
    components: { schemas: book.named },
    'x-limits': limits,
    'x-errors': errors.map(({ status, code, when }) => ({ status, code, when })),
  };
}

/** Everything an operation may refuse, and how. */
function faultsOf(operation: AnyOperation): readonly FaultKind[] {
  return [
    ...(operation.params.length > 0 ? ADDRESS_FAULTS : []),
    ...('body' in operation ? BODY_FAULTS : []),
    ...('upload' in operation ? UPLOAD_FAULTS : []),
    ...operation.faults,
    ...COMMON_FAULTS,
  ];
}

function describe(o: AnyOperation, fault: JsonSchema, book: SchemaBook): JsonSchema {
  return {
    operationId: o.id,
    summary: o.summary.zh,
    'x-summary-en': o.summary.en,
    description: o.says.zh,
    'x-description-en': o.says.en,
    parameters: o.params.map(({ name, says, example, query }) => ({
      name,
      in: query ? 'query' : 'path',
      required: true,
      description: `${says.zh} · ${says.en}`,
      schema: { type: 'string' },
      example,
    })),
    ...('body' in o && { requestBody: bodyOf(o, book) }),
    ...('upload' in o && { requestBody: { required: true, content: { [o.upload]: {} } } }),
    responses: { ...answersOf(o, book), ...refusalsOf(faultsOf(o), fault) },
  };
}

function bodyOf({ body, examples }: BodyOperation<unknown>, book: SchemaBook): JsonSchema {
  const shown = examples.map(({ name, summary, status, body: value }) => [
    name,
    { summary: summary.zh, value, 'x-summary-en': summary.en, 'x-status': status },
  ]);
  const schema = book.schemaOf(body);
  return {
    required: true,
    content: { 'application/json': { schema, examples: Object.fromEntries(shown) } },
  };
}

function answersOf(o: AnyOperation, book: SchemaBook): Record<string, JsonSchema> {
  const content = isFileReply(o.reply)
    ? Object.fromEntries(o.reply.files.map((type) => [type, {}]))
    : { 'application/json': { schema: book.schemaOf(o.reply) } };
  const headers = { 'x-request-id': header('请求编号 · the id of the request') };
  if (!o.tagged) return { '200': { description: '成功 · Done', headers, content } };
  const tagged = { ...headers, etag: header('内容的标记 · the tag of the content') };
  return {
    '200': { description: '成功 · Done', headers: tagged, content },
    '304': { description: '内容没有变（If-None-Match）· Not modified', headers: tagged },
  };
}

function refusalsOf(kinds: readonly FaultKind[], fault: JsonSchema): Record<string, JsonSchema> {
  const statuses = [...new Set(kinds.map((k) => k.status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = kinds.filter((k) => k.status === status);
      const description = ofStatus.map(({ code, when }) => `${code}：${when.zh} · ${when.en}`);
      return [
        String(status),
        {
          description: description.join('\n'),
          headers: {
            'x-request-id': header('请求编号 · the id of the request'),
            ...(ofStatus.some((k) => PASSING_FAULTS.includes(k)) && {
              'retry-after': header('几秒后再试 · seconds after which to try again'),
            }),
          },
          content: { 'application/json': { schema: fault } },
        },
      ];
    }),
  );
}

function header(description: string): JsonSchema {
  return { description, schema: { type: 'string' } };
}

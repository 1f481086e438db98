import * as z from 'zod';
import { steadyJson } from '../steady-json.ts';
import { type AboutApi, apiDocument } from './api-document.ts';
import type { Operation } from './operation.ts';
import type { Operations } from './operations.ts';

const OPERATION: Operation = {
  id: 'getDescription',
  method: 'GET',
  path: '/api/openapi.json',
  permission: 'public',
  summary: { zh: '本接口的说明', en: 'This description' },
  says: {
    zh: '按 OpenAPI 3.1 写成的接口说明，由程序自动生成，可以导入常用的接口工具。',
    en: 'The interface described in OpenAPI 3.1, made by the program itself.',
  },
  params: [],
  reply: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
  tagged: true,
  faults: [],
};

/** Serves the description of every operation added before it, and of itself. */
export function describeOperations(operations: Operations, about: AboutApi): void {
  const document = steadyJson(JSON.stringify(apiDocument(about, [...operations.all, OPERATION])));
  operations.steady(OPERATION, () => document);
}

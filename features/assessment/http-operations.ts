import type { BodyOperation, Operation } from '@fuchi/platform-server/api/operation';
import type { FaultKind } from '@fuchi/platform-server/fault-kind';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import * as z from 'zod';
import { type AssessRequest, assessAllReply, assessmentReply, assessRequest } from './contract.ts';
import { assessExamples, type WorkedExample } from './http-examples.ts';
import { TOO_MUCH_TOLD } from './http-size.ts';
import {
  factReply,
  guideReply,
  guideVersionReply,
  lineDetailReply,
  lineReply,
} from './line-contract.ts';

export const UNKNOWN_LINE: FaultKind = {
  status: 404,
  code: 'unknown-line',
  when: { zh: '指南中没有这个项目类别', en: 'The guide has no such line' },
};

const GET = { method: 'GET', permission: 'public', params: [], tagged: true, faults: [] } as const;
const POST = { method: 'POST', permission: 'public', tagged: false } as const;

/** What the interface can be asked of a guide. */
export function assessmentOperations(guide: CheckedGuide, example: WorkedExample) {
  const line = {
    params: [
      {
        name: 'line',
        says: {
          zh: '项目类别的编号，见 /api/lines',
          en: 'the id of a line, as /api/lines lists them',
        },
        example: example.line,
      },
    ],
    faults: [UNKNOWN_LINE],
  };
  const examples = assessExamples(guide, example);
  const get = (operation: Omit<Operation, 'method' | 'permission' | 'tagged'>): Operation => ({
    ...GET,
    ...operation,
  });
  return {
    version: get({
      id: 'getGuideVersion',
      path: '/api/guide/version',
      summary: { zh: '指南的版本', en: 'Version of the guide' },
      says: {
        zh: '所用指南的编号、版本和摘要值。摘要值变了，指南就变了。',
        en: 'Id, version and digest of the guide in use. Another digest is another guide.',
      },
      params: [],
      faults: [],
      reply: guideVersionReply,
    }),
    lines: get({
      id: 'listLines',
      path: '/api/lines',
      summary: { zh: '全部项目类别', en: 'All lines' },
      says: {
        zh: '按指南的顺序列出全部项目类别：编号、名称、支持方式、申报主体、支持数量。',
        en: "Every line in the guide's order: id, title, mode, applicant, quota.",
      },
      params: [],
      faults: [],
      reply: z.array(lineReply),
    }),
    line: get({
      ...line,
      id: 'getLine',
      path: '/api/lines/{line}',
      summary: { zh: '一个项目类别', en: 'One line' },
      says: {
        zh: '一个项目类别的条件、补助、拨付和材料，用指南的原文。',
        en: "The conditions, subsidy, stages and papers of a line, in the guide's words.",
      },
      reply: lineDetailReply,
    }),
    facts: get({
      ...line,
      id: 'listFacts',
      path: '/api/lines/{line}/facts',
      summary: { zh: '一个项目类别要问的事实', en: 'The facts a line asks' },
      says: {
        zh: '评估这个项目类别所需的申报事实：编号、类型、单位、选项、定义、佐证材料。',
        en: 'What has to be told for an assessment: id, type, unit, options, definition, evidence.',
      },
      reply: z.array(factReply),
    }),
    assessLine: {
      ...POST,
      ...line,
      id: 'assessLine',
      path: '/api/lines/{line}/assess',
      summary: { zh: '评估一个项目类别', en: 'Assess one line' },
      says: {
        zh: '逐条判断是否符合条件，给出补助上限、还缺什么、怎样会改变结论。上限不是实际补助额，实际立项补助通常更低。',
        en: 'Judges clause by clause and gives the ceiling, what is missing and what would change the verdict. A ceiling is no award: the award is usually lower.',
      },
      faults: [UNKNOWN_LINE, TOO_MUCH_TOLD],
      body: assessRequest,
      examples,
      reply: assessmentReply,
    } satisfies BodyOperation<AssessRequest>,
    assessAll: {
      ...POST,
      id: 'assessAll',
      path: '/api/assess',
      summary: { zh: '评估全部项目类别', en: 'Assess all lines' },
      says: {
        zh: '用同一份情况评估全部项目类别，结果按指南的顺序排列。',
        en: "Assesses every line on the same facts; the answers come in the guide's order.",
      },
      params: [],
      faults: [TOO_MUCH_TOLD],
      body: assessRequest,
      examples,
      reply: assessAllReply,
    } satisfies BodyOperation<AssessRequest>,
    guide: get({
      id: 'getGuide',
      path: '/api/guide',
      summary: { zh: '整份指南', en: 'The whole guide' },
      says: {
        zh: '检查过的整份指南，JSON 格式，约数兆字节，可以用压缩传输。内部结构可能随程序版本变化；要稳定的内容，请用上面几个接口。',
        en: 'The whole checked guide as JSON, some megabytes; ask for gzip. Its inside may change with the program; what stays is above.',
      },
      params: [],
      faults: [],
      reply: guideReply,
    }),
  };
}

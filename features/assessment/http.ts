import type { Asking } from '@fuchi/platform-server/answering/worker-pool';
import type { Limit } from '@fuchi/platform-server/api/api-document';
import type { Operations } from '@fuchi/platform-server/api/operations';
import { badInputOf } from '@fuchi/platform-server/api/read-body';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { FAULTS_TOLD } from '@fuchi/platform-server/limits';
import { type SteadyJson, steadyJson } from '@fuchi/platform-server/steady-json';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { guideToJson } from '@fuchi/policy/guide-json';
import { describeFact } from './fact-description.ts';
import type { AssessOutcome, AssessTask } from './http-answer.ts';
import { workedExample } from './http-examples.ts';
import { assessmentOperations, UNKNOWN_LINE } from './http-operations.ts';
import { MAX_PIECES, refuseTooMuch } from './http-size.ts';
import { lineDetail } from './line-detail.ts';
import { lineSummary } from './line-summary.ts';

/** What bounds a question, besides what bounds any request. */
export const ASSESSMENT_LIMITS: readonly Limit[] = [
  {
    name: { zh: '明细的行和来源合计', en: 'Rows and sources in one question' },
    value: { zh: `最多${MAX_PIECES}`, en: `at most ${MAX_PIECES}` },
  },
  {
    name: { zh: '一次列出的错误', en: 'Faults told at once' },
    value: { zh: `最多${FAULTS_TOLD}处`, en: `at most ${FAULTS_TOLD}` },
  },
];

/** Has a question answered, here or in a thread of its own. */
export type Ask = (task: AssessTask, asking: Asking) => Promise<AssessOutcome>;

export interface GuideSource {
  readonly guide: CheckedGuide;
  /** Of the guide's folder, by path: its worked cases give the examples. */
  readonly files: ReadonlyMap<string, string>;
}

/** The routes by which pages and programs ask a guide. */
export function assessmentRoutes(
  operations: Operations,
  { guide, files }: GuideSource,
  ask: Ask,
): void {
  const o = assessmentOperations(guide, workedExample(guide, files));
  const { id, title, version, digest } = guide.guide;

  const whole = steadyJson(guideToJson(guide));
  const stamp = steadyJson(JSON.stringify({ id, title, version, digest }));
  const lines = steadyJson(JSON.stringify(guide.lines.map((line) => lineSummary(guide, line))));
  const details = perLine(guide, (line) => lineDetail(guide, line));
  const facts = perLine(guide, (line) =>
    line.facts.flatMap((fact) => {
      const spec = guide.facts[fact];
      return spec ? [describeFact(guide, spec)] : [];
    }),
  );

  operations.steady(o.version, () => stamp);
  operations.steady(o.lines, () => lines);
  operations.steady(o.line, (params) => details(params));
  operations.steady(o.facts, (params) => facts(params));
  operations.answer(o.assessLine, async (params, body, asking) => {
    const line = lineOf(guide, params);
    refuseTooMuch(guide, body.facts);
    return jsonOf(await ask({ line: line.id, request: body }, asking));
  });
  operations.answer(o.assessAll, async (_params, body, asking) => {
    refuseTooMuch(guide, body.facts);
    return jsonOf(await ask({ line: null, request: body }, asking));
  });
  operations.steady(o.guide, () => whole);
}

type Params = Readonly<Record<string, string>>;

/** Written out when a line is first asked for, and kept. */
function perLine(
  guide: CheckedGuide,
  tell: (line: CheckedGuide['lines'][number]) => unknown,
): (params: Params) => SteadyJson {
  const kept = new Map<string, SteadyJson>();
  return (params) => {
    const line = lineOf(guide, params);
    const json = kept.get(line.id) ?? steadyJson(JSON.stringify(tell(line)));
    kept.set(line.id, json);
    return json;
  };
}

function lineOf(guide: CheckedGuide, params: Params): CheckedGuide['lines'][number] {
  const line = guide.lines.find((l) => l.id === params['line']);
  if (line) return line;
  const asked = (params['line'] ?? '').slice(0, 60);
  throw new HttpFault(UNKNOWN_LINE, {
    zh: `指南中没有“${asked}”这个项目类别`,
    en: `The guide has no line “${asked}”`,
  });
}

function jsonOf(outcome: AssessOutcome): string {
  if (outcome.ok) return outcome.json;
  throw badInputOf(outcome.count, outcome.faults);
}

import type { NamedFault } from '@fuchi/platform-server/http-fault';
import { FAULTS_TOLD } from '@fuchi/platform-server/limits';
import { assessLine } from '@fuchi/policy/assess/assess-line';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { InputFault } from '@fuchi/policy/facts/given';
import { sentenceOf } from '@fuchi/policy/sentence/sentence';
import { regionsFrom } from '@fuchi/values/region';
import type * as z from 'zod';
import { assessAll, compileAll } from './assess-all.ts';
import type { AssessRequest, assessAllReply, assessmentReply } from './contract.ts';
import { englishOf } from './fault-english.ts';
import { readRequest } from './read-request.ts';

/** A question whose shape has been read: of one line, or of all. It can be sent to a thread. */
export interface AssessTask {
  readonly line: string | null;
  readonly request: AssessRequest;
}

export type AssessOutcome =
  /** The reply written out, so that the thread which sends it has nothing left to do. */
  | { readonly ok: true; readonly json: string }
  /** What is wrong with the facts: how much, and the first of it. */
  | { readonly ok: false; readonly count: number; readonly faults: readonly NamedFault[] };

/**
 * Answers questions of a guide, one after another. The server does it in threads of their own.
 * @throws for a guide whose regions don't read, and for a line that it doesn't hold: the route looks first
 * @example assessing(guide)({ line: 'data-product', request: { facts: {} } })
 */
export function assessing(guide: CheckedGuide): (task: AssessTask) => AssessOutcome {
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(`the guide's regions don't read: ${regions.code}`);
  const { id, version, digest } = guide.guide;
  return ({ line, request }) => {
    const { question, faults } = readRequest(guide, request);
    if (line !== null) {
      const answer = assessLine(guide, regions.value, line, question);
      if (!answer.assessment) throw new Error(`${line} doesn't compile`);
      const { assessment } = answer;
      return outcome([...faults, ...answer.faults], () =>
        written<typeof assessmentReply>(assessment),
      );
    }
    const answer = assessAll(guide, compileAll(guide, question), regions.value, question);
    const { asOf } = question;
    return outcome([...faults, ...answer.faults], () =>
      written<typeof assessAllReply>({
        guide: { id, version, digest },
        asOf,
        assessments: answer.assessments,
      }),
    );
  };
}

/** Only what the contract of the reply takes. */
function written<Reply extends z.ZodType>(reply: z.input<Reply>): string {
  return JSON.stringify(reply);
}

function outcome(faults: readonly InputFault[], write: () => string): AssessOutcome {
  if (faults.length === 0) return { ok: true, json: write() };
  return { ok: false, count: faults.length, faults: faults.slice(0, FAULTS_TOLD).map(told) };
}

function told(fault: InputFault): NamedFault {
  const { message, fix } = sentenceOf(fault.code, fault.facts);
  const english = englishOf(fault);
  return {
    path: fault.path,
    code: fault.code,
    message,
    messageEn: english.message,
    ...(fix !== '' && { fix, fixEn: english.fix }),
  };
}

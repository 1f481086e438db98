import * as z from 'zod';
import { BAD_INPUT } from '../fault-kind.ts';
import { HttpFault, type NamedFault } from '../http-fault.ts';
import { FAULTS_TOLD } from '../limits.ts';

const ZH = { error: z.locales.zhCN().localeError, reportInput: false };
const EN = { error: z.locales.en().localeError, reportInput: false };

/**
 * The body as its contract reads it.
 * @throws HttpFault with every fault of its shape, in both languages
 */
export function readBody<Body>(contract: z.ZodType<Body>, body: unknown): Body {
  const read = contract.safeParse(body, ZH);
  if (read.success) return read.data;
  const english = contract.safeParse(body, EN).error?.issues ?? [];
  const { issues } = read.error;
  throw badInput(issues, (issue, i) => ({
    path: issue.path.join('.'),
    code: 'request-shape',
    message: issue.message,
    messageEn: englishOf(english[i]),
  }));
}

/**
 * A refusal that lists what is wrong with an input.
 * @param tell says one fault; of more than `FAULTS_TOLD` only the first are told
 */
export function badInput<Fault>(
  faults: readonly Fault[],
  tell: (fault: Fault, index: number) => NamedFault,
): HttpFault {
  return badInputOf(faults.length, faults.slice(0, FAULTS_TOLD).map(tell));
}

/** As `badInput`, of faults already told: of `count`, the first. */
export function badInputOf(count: number, told: readonly NamedFault[]): HttpFault {
  const first = count > told.length;
  return new HttpFault(
    BAD_INPUT,
    {
      zh: `输入有${count}处错误${first ? `，这里是前${told.length}处` : ''}`,
      en: `The input has ${count} fault${count === 1 ? '' : 's'}${first ? `; these are the first ${told.length}` : ''}`,
    },
    { faults: told },
  );
}

/** A check of our own carries its sentence in Chinese; its English one stands in `params.en`. */
function englishOf(issue: z.core.$ZodIssue | undefined): string {
  const own = issue?.code === 'custom' ? issue.params?.['en'] : undefined;
  return typeof own === 'string' ? own : (issue?.message ?? 'Invalid input');
}

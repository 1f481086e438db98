import * as z from 'zod';
import { BAD_INPUT } from '../fault-kind.ts';
import { HttpFault, type NamedFault } from '../http-fault.ts';

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
  const faults = read.error.issues.map(
    (issue, i): NamedFault => ({
      path: issue.path.join('.'),
      code: 'request-shape',
      message: issue.message,
      messageEn: englishOf(english[i]),
    }),
  );
  throw badInput(faults);
}

/** A refusal that lists everything wrong with an input. */
export function badInput(faults: readonly NamedFault[]): HttpFault {
  const { length } = faults;
  const en = `The input has ${length} fault${length === 1 ? '' : 's'}`;
  return new HttpFault(BAD_INPUT, { zh: `输入有${length}处错误`, en }, faults);
}

/** A check of our own carries its sentence in Chinese; its English one stands in `params.en`. */
function englishOf(issue: z.core.$ZodIssue | undefined): string {
  const own = issue?.code === 'custom' ? issue.params?.['en'] : undefined;
  return typeof own === 'string' ? own : (issue?.message ?? 'Invalid input');
}

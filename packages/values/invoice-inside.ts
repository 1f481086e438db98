import { halfWidth } from './used-number.ts';

/**
 * The digits of the one invoice that a text holds among other words: its 20 digits, its code and number in one, or a
 * customs duty paper's number. Eight digits behind 发票号码 alone are given as they are. Where it holds several, or none
 * that is sure, it is undefined: papers from abroad have numbers of their own making.
 * @param code what stands in the place of the code: '' or 无 where there is none
 * @example invoiceInside('3200192130', 'No.00123456') // '320019213000123456'
 * @example invoiceInside('3200192130', '数电票22320000000000000001') // '22320000000000000001'
 */
export function invoiceInside(code: string, text: string): string | undefined {
  const own = halfWidth(text);
  const before = runsIn(halfWidth(code).replace(/\s/gu, ''));
  const codes = before.flatMap(codeOf);
  const known = codes.length === 1 ? codes[0] : undefined;
  // A blank stands between two numbers, or within one.
  for (const read of [own, own.replace(/\s/gu, '')]) {
    const [found, ...more] = new Set(foundIn(known, read));
    if (found !== undefined) return more.length === 0 ? found : undefined;
  }
  return before.length > 0 ? undefined : NUMBER_ALONE.exec(own.replace(/\s/gu, ''))?.[1];
}

const CUSTOMS = /(?<!\d)\d{18}-?[A-Z]\d{2}(?!\d)/gu;
const NUMBER_ALONE = /^(?:发票)?(?:号码|号|NO)?[.:]*(\d{8})$/u;
const NUMBER_LENGTH = 8;
const WHOLE_LENGTH = 20;

function foundIn(code: string | undefined, text: string): readonly string[] {
  const runs = runsIn(text);
  return [
    ...(text.match(CUSTOMS) ?? []),
    ...runs.filter((run) => run.length === WHOLE_LENGTH),
    ...runs.flatMap((run, i) => {
      const next = runs[i + 1];
      // Eight digits and eight more may be a day and a number.
      const pair = (run.length === 10 || run.length === 12) && next?.length === NUMBER_LENGTH;
      return pair ? [run + next] : [];
    }),
    ...runs.flatMap((run) => {
      if (code === undefined) return run === text && isCodeAndNumber(run) ? [run] : [];
      if (run.length === NUMBER_LENGTH) return [code + run];
      return run.startsWith(code) && run.length === code.length + NUMBER_LENGTH ? [run] : [];
    }),
  ];
}

/** A code of 12 begins with a zero that spreadsheets drop. */
function codeOf(run: string): readonly string[] {
  if (run.length === 11) return [`0${run}`];
  return run.length === 8 || run.length === 10 || run.length === 12 ? [run] : [];
}

function isCodeAndNumber({ length }: string): boolean {
  return length === 16 || length === 18;
}

function runsIn(text: string): readonly string[] {
  return text.match(/\d+/gu) ?? [];
}

import type { Diagnostic } from '@fuchi/guide/diagnostic';
import { sentenceOf } from '@fuchi/policy/sentence/sentence';

/** A fault as its author reads it. */
export interface GuideFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** A fault with its sentence. */
export function guideFault({ at, code, facts }: Diagnostic): GuideFault {
  return { file: at.file, line: at.line, column: at.column, code, ...sentenceOf(code, facts) };
}

/** One line of the list of faults. @example 'lines/merger.yaml:12:8 unknown-name 没有“甲”这个名称——是不是“乙”？' */
export function faultLine(f: GuideFault): string {
  const fix = f.fix === '' ? '' : `——${f.fix}`;
  return `${f.file}:${f.line}:${f.column} ${f.code} ${f.message}${fix}`;
}

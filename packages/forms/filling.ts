/**
 * What somebody has filled into a performance target form: texts as they were typed, with nothing left out that was
 * typed and '' for what wasn't. It survives JSON, and is what pages keep, files carry and documents print.
 * Whether it is complete and right is another question: see check-filling.ts.
 */
export interface Filling {
  /** The annex's number: 1-8. */
  readonly form: string;
  /** Header field → text; a date as 2022-03-16. */
  readonly header: Readonly<Record<string, string>>;
  /** 总体目标, 年度目标 → text. */
  readonly goals: Readonly<Record<string, string>>;
  /** The chosen kinds of project, where the form divides rows by them. */
  readonly kinds: readonly string[];
  /** Indicator id → its targets: one, or several where the printed row repeats (01, 02, …). */
  readonly targets: Readonly<Record<string, readonly Target[]>>;
  /** 个性指标, added by the applicant. */
  readonly own: readonly OwnIndicator[];
}

export interface Target {
  /** The target at completion, in the row's unit. */
  readonly value: string;
  /** Which measure was chosen where a row has several: the measure's name, or its unit where it has no name. */
  readonly measure: string;
  /** The unit, where the form prints none and the applicant tells one. */
  readonly unit: string;
  /** What a repeated row is about: the product whose consumption is promised. */
  readonly about: string;
  /** Year → target of that year, where the form has 年度目标. */
  readonly years: Readonly<Record<string, string>>;
}

export interface OwnIndicator {
  readonly name: string;
  readonly unit: string;
  readonly value: string;
  readonly years: Readonly<Record<string, string>>;
}

export const NO_TARGET: Target = { value: '', measure: '', unit: '', about: '', years: {} };

/** A form nobody has written into yet. @example blankFilling('1-8').targets // {} */
export function blankFilling(form: string): Filling {
  return { form, header: {}, goals: {}, kinds: [], targets: {}, own: [] };
}

import type { Place, Text } from './place.ts';

/**
 * A performance target form (绩效目标申报表) as the guide's annex prints it. What is printed stands word for word;
 * what isn't printed (kind, tendency, relations) is said beside it. Plain data, survives JSON.
 */
export interface Form {
  /** The annex's number: 1-8. */
  readonly id: string;
  readonly at: Place;
  /** The official title, as the lines it is printed on. */
  readonly title: readonly string[];
  /** As printed below the title, without brackets: 2022年度. */
  readonly year: string;
  /** Printed line by line: each holds one field or two side by side. */
  readonly header: readonly (readonly HeaderField[])[];
  /** 总体目标, and 年度目标 where it is printed. */
  readonly goals: readonly string[];
  /** What stands to the left of all common indicators. */
  readonly common: string;
  /** For whom the figures count, where it isn't the applicant alone (1-13: both parties of a merger). */
  readonly countedFor: Text | undefined;
  /** The headings of the columns: three levels and the value, in the form's own words. */
  readonly headings: readonly string[];
  /** The kinds of project of which the applicant chooses, where the form divides rows by them. */
  readonly grouping: FormGrouping | undefined;
  readonly levels: readonly LevelOne[];
  /** What stands to the left of the indicators the applicant adds: 个性指标. */
  readonly own: string;
  readonly notes: readonly FormNote[];
  /** Level 2 labels before which the printed form goes on on a new page. */
  readonly pagesBefore: readonly Text[];
}

export const HEADER_KINDS = ['文字', '日期'] as const;

export interface HeaderField {
  readonly at: Place;
  readonly name: string;
  readonly kind: (typeof HEADER_KINDS)[number];
}

export interface FormGrouping {
  readonly at: Place;
  readonly name: string;
  /** 一类: exactly one is chosen; 不限: at least one. */
  readonly choose: '一类' | '不限';
  /** Each kind has a box (□) to tick on the form. */
  readonly boxes: boolean;
}

export interface LevelOne {
  readonly at: Place;
  readonly name: string;
  readonly parts: readonly LevelTwo[];
}

export interface LevelTwo {
  readonly at: Place;
  /** As printed, with its asterisk where it has one: 数量指标*. */
  readonly name: string;
  readonly groups: readonly IndicatorGroup[];
}

/** The rows of one kind of project; `name` is '' for rows that everybody fills in. */
export interface IndicatorGroup {
  readonly at: Place;
  readonly name: string;
  readonly indicators: readonly Indicator[];
}

export const INDICATOR_KINDS = ['金额', '数量', '比例', '选项', '文字'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** 越大越好, 越小越好, or 定性: judged by words. */
export const TENDENCIES = ['越大越好', '越小越好', '定性'] as const;
export type Tendency = (typeof TENDENCIES)[number];

/** How a value is measured. An indicator printed with “或” or “/” has several, of which one is chosen. */
export interface Measure {
  readonly at: Place;
  /** What is measured, where the choice is between things: 数据采集点; '' where it is between units. */
  readonly name: string;
  readonly kind: IndicatorKind;
  /** As printed: 台/套数; '' where none is printed. */
  readonly unit: string;
  /** The form prints no unit and the applicant tells one. */
  readonly ownUnit: boolean;
  /** A 数量 that may have decimals. */
  readonly decimal: boolean;
  /** Least and greatest value, as written: `0%..100%`, `0%..`. */
  readonly range: Text | undefined;
  /** The printed choices, best first, as the guide prints them. */
  readonly options: readonly string[];
  readonly tendency: Tendency;
}

/** How targets by year make up the target at completion: 累加 add up, 水平 the last one is it. */
export type Yearly = '累加' | '水平';

export interface Indicator {
  readonly at: Place;
  /** Unique in the form: the label without unit. */
  readonly id: string;
  /** The official label, word for word. */
  readonly label: string;
  readonly measures: readonly Measure[];
  /** The label takes the column of the group too. */
  readonly wide: boolean;
  /** How often the row is printed with 01, 02 … before “……”; 0 for a row that stands once. */
  readonly repeated: number;
  /** Only where the form has 年度目标, and only for what is counted. */
  readonly yearly: Yearly | undefined;
  /** The figure of the guide the target must reach (不少于). */
  readonly atLeast: Text | undefined;
  /** The indicator this one is part of (其中). */
  readonly partOf: Text | undefined;
  /** Another indicator this one can't exceed. */
  readonly atMostOf: Text | undefined;
  /** The facts of the application that state the same figure; of each line the first one it asks. */
  readonly facts: readonly Text[];
  /** Lines that use the form and ask no fact of the same figure. */
  readonly factsNotOf: readonly Text[];
  /** Kinds of project that may leave the row out. */
  readonly optionalFor: readonly Text[];
  /** The label speaks of some applicants only (示范基地); the others leave the row empty. */
  readonly onlyFor: Text | undefined;
  /** What doesn't fit in the printed row, kept as printed. */
  readonly doubt: string;
}

/** A note (说明) below the form, without its number, and the row it explains. */
export interface FormNote {
  readonly at: Place;
  readonly says: string;
  readonly indicators: readonly Text[];
}

/** All rows of a form in their printed order, with where they stand. */
export function indicatorsOf(form: Form): readonly {
  readonly one: LevelOne;
  readonly two: LevelTwo;
  readonly group: IndicatorGroup;
  readonly indicator: Indicator;
}[] {
  return form.levels.flatMap((one) =>
    one.parts.flatMap((two) =>
      two.groups.flatMap((group) =>
        group.indicators.map((indicator) => ({ one, two, group, indicator })),
      ),
    ),
  );
}

/** The kinds of project a form divides rows by, in printed order. @example kindsOf(form) // ['公共服务平台', '地址溯源', …] */
export function kindsOf(form: Form): readonly string[] {
  const names = indicatorsOf(form).map(({ group }) => group.name);
  return [...new Set(names.filter((name) => name !== ''))];
}

import type { Place, Text } from './place.ts';

export const FACT_KINDS = [
  '金额',
  '比例',
  '数量',
  '年限',
  '天数',
  '日期',
  '是否',
  '选项',
  '多选',
  '文字',
  '地区',
  '明细',
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/** Numbers that no second project may use, as a guide writes them; 发票代码 is what stands before an invoice's number. */
export const NUMBER_WORDS = ['发票', '发票代码', '合同', '设备', '贷款', '备案'] as const;
export type NumberWord = (typeof NUMBER_WORDS)[number];

export type Tax = '含税' | '不含税' | '未写明';

/** 申报事实. A fact of kind 明细 has columns, which are facts of their own; they nest one level. */
export interface Fact {
  readonly id: string;
  readonly at: Place;
  readonly label: Text;
  readonly kind: FactKind;
  readonly unit: Text | undefined;
  /** Least and greatest value, as written: `0%..100%`. */
  readonly range: Text | undefined;
  /** A 数量 that may have decimals. */
  readonly decimal: boolean;
  readonly options: readonly Text[];
  readonly definition: Text | undefined;
  readonly tax: Tax | undefined;
  readonly says: string;
  readonly question: string;
  readonly certifier: string;
  readonly evidence: readonly string[];
  /** The source that decides when sources disagree, where the guide names one. */
  readonly decidedBy: Text | undefined;
  /** The figure or calendar of the whole guide that says which year or day the fact is of. */
  readonly period: Text | undefined;
  /** Other ways to arrive at the figure, in order of preference. */
  readonly derivations: readonly Text[];
  readonly columns: readonly Fact[];
  /** Filled by the round (a clock) or by the date of assessment, not asked of the applicant. */
  readonly supplied: '批次' | '申报日期' | undefined;
  /** Who states it: most facts the applicant, some the recommender, the authority, a register. */
  readonly statedBy: string;
  /** It holds a number that may not stand twice, of this kind: a list's column, or a fact of its own. */
  readonly number: NumberWord | undefined;
  /** 连同: columns of the same row; only with them too is it the same thing, as makers and banks number each for themselves. */
  readonly numberWith: readonly Text[];
  /** Of a list's column of money: whether the rows' amounts add up to something. Balances don't. */
  readonly summed: boolean;
  /** Of a list's column: it names rows of a list. */
  readonly link: RowLink | undefined;
}

/** 对应: a cell names rows of a list by one of their columns, several numbers with commas between. */
export interface RowLink extends LinkTarget {
  readonly at: Place;
  /** A column of money of the row that names; over all rows that name one row it is at most `atMost`. */
  readonly amount: Text | undefined;
  /** A column of money of the row that is named. */
  readonly atMost: Text | undefined;
  /** A date of the row that names, which isn't before `notBefore`. */
  readonly date: Text | undefined;
  /** A date of the row that is named. */
  readonly notBefore: Text | undefined;
}

/** A list and a column of it, `贷款.借据号`. */
export interface LinkTarget {
  /** As written. */
  readonly target: Text;
  readonly list: string;
  readonly column: string;
}

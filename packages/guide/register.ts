import type { Fact } from './fact.ts';
import type { Place, Text } from './place.ts';

/**
 * A list that somebody keeps and that settles facts (名单): who is above scale, recognised, dishonest, supported before.
 * Plain data, survives JSON.
 */
export interface Register {
  /** Its name in addresses and in the database: above-scale. */
  readonly id: string;
  readonly at: Place;
  readonly title: string;
  /** Who keeps or publishes it. */
  readonly keeper: string;
  readonly says: string;
  /** Each year has a list of its own. */
  readonly yearly: boolean;
  /** Whom its rows are about: the applicant, or the firm that audits it. */
  readonly subject: RegisterSubject;
  /** Nobody has two rows. */
  readonly once: boolean;
  /** What its rows are counted in. */
  readonly unit: Text | undefined;
  /** How long a version answers after its as-of date, as written: 90天; undefined: until another one comes. */
  readonly validity: Text | undefined;
  readonly columns: readonly RegisterColumn[];
  /** The columns that hold a number which may not be used twice. */
  readonly numbers: RegisterNumbers | undefined;
  readonly settles: readonly Settlement[];
}

export const REGISTER_SUBJECTS = ['申报单位', '会计师事务所'] as const;
export type RegisterSubject = (typeof REGISTER_SUBJECTS)[number];

/** What a column is to the list: whose row it is, or a value. */
export type ColumnRole = 'code' | 'name' | 'value';

export interface RegisterColumn {
  /** Type, unit and options as of any fact; a code or a name is 文字. */
  readonly fact: Fact;
  readonly role: ColumnRole;
  readonly required: boolean;
  /** An empty cell says that there is none, not that it isn't known. */
  readonly emptyIsNone: boolean;
  /** Other headings under which lists have it. */
  readonly aliases: readonly string[];
}

export interface RegisterNumbers {
  readonly at: Place;
  /** The column that says which kind a row's number is. */
  readonly kind: Text;
  /** The column with the code an invoice has before its number. */
  readonly code: Text;
  readonly number: Text;
}

/** How a list settles a fact: by an expression over its rows, or by what one column says. */
export interface Settlement {
  readonly at: Place;
  readonly fact: Text;
  /** Which year's list: a figure counted in 年度, or 指南年度. */
  readonly year: Text | undefined;
  /** What the fact is, from 在册 (the rows about this unit) and 查询日期. */
  readonly value: Text | undefined;
  /** Or the column whose only value it is. */
  readonly column: Text | undefined;
  /** The rows looked at, where not all of 在册. */
  readonly among: Text | undefined;
  /** Papers of the lines that need not be handed in by whoever is on the list. */
  readonly papers: readonly Text[];
  readonly examples: readonly SettlementExample[];
}

/** A worked example: rows as the list would have them, and what then follows for the fact. */
export interface SettlementExample {
  readonly at: Place;
  readonly rows: readonly (readonly { readonly column: Text; readonly value: Text }[])[];
  readonly day: Text | undefined;
  /** As a fact is told; 无, or 未知 where the list doesn't settle it. */
  readonly gives: Text;
}

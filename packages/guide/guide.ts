import type { Annex, Letter } from './annex.ts';
import type { Fact, Tax } from './fact.ts';
import type { Form } from './form.ts';
import type { Participants } from './participants.ts';
import type { Place, Text } from './place.ts';
import type { Register } from './register.ts';

export type { Fact, FactKind, Tax } from './fact.ts';

/**
 * A guide as its files say it: structure is read, expressions are still text with their place.
 * The policy package gives them meaning. Everything here is plain data and survives JSON.
 */
export interface Guide {
  readonly id: string;
  readonly title: string;
  readonly fund: string;
  readonly year: string;
  readonly version: string;
  readonly province: string;
  /** To whom an applicant's letters are addressed; empty where the guide names nobody. */
  readonly authorities: readonly string[];
  /** SHA-256 of the canonical text of all files; filled in by whoever read them from disk. */
  readonly digest: string;
  /** Closed list of counting units: 人, 家, 个, … */
  readonly units: readonly string[];
  readonly categories: readonly Category[];
  readonly definitions: readonly Definition[];
  readonly calendars: readonly NamedValue[];
  readonly figures: readonly NamedValue[];
  readonly tables: readonly DatedTable[];
  readonly facts: readonly Fact[];
  readonly consistency: readonly Consistency[];
  readonly readings: readonly Reading[];
  readonly call: readonly Condition[];
  readonly quotas: readonly JointQuota[];
  readonly trainingDirections: readonly TrainingDirection[];
  /** The annex that prints the training directions; undefined where the guide has none. */
  readonly trainingAnnex: TrainingAnnex | undefined;
  readonly lines: readonly Line[];
  /** 初筛: what is asked first when somebody looks for lines that fit. */
  readonly screening: readonly ScreeningQuestion[];
  /** The performance target forms of the annexes, in the order of their numbers. */
  readonly forms: readonly Form[];
  /** Lists that others keep and that settle facts. */
  readonly registers: readonly Register[];
  readonly untraced: readonly Untraced[];
  /** Administrative divisions as data, for the region parser of the values package. */
  readonly regions: unknown;
}

/** 类别（一、二、…）with its items (（一）（二）…) in the guide's order. */
export interface Category {
  readonly number: string;
  readonly title: string;
  readonly items: readonly CategoryItem[];
}
export interface CategoryItem {
  readonly clause: string;
  readonly title: string;
  readonly says: string;
  readonly lines: readonly Text[];
}

/** A term the guide defines: what it takes in, leaves out, and for which lines it holds (下同). */
export interface Definition {
  readonly id: string;
  readonly at: Place;
  readonly clause: Text;
  readonly says: string;
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
  readonly tax: Tax | undefined;
  readonly scope: readonly Text[];
  readonly readings: readonly Text[];
}
/** A figure, date or period with a name, so that it stands once. */
export interface NamedValue {
  readonly id: string;
  readonly at: Place;
  readonly value: Text;
  readonly clauses: readonly Text[];
  readonly says: string;
  readonly readings: readonly Text[];
}

/** A reference table whose rows hold from a date until the next row's date. */
export interface DatedTable {
  readonly id: string;
  readonly at: Place;
  readonly title: string;
  readonly source: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly from: Text;
    readonly values: Readonly<Record<string, Text>>;
  }[];
}

/** Two figures that must agree, e.g. a part and its whole. */
export interface Consistency {
  readonly at: Place;
  readonly says: string;
  readonly must: Text;
  readonly clause: Text | undefined;
}

export interface Reading {
  readonly id: string;
  readonly at: Place;
  readonly clause: string;
  readonly point: string;
  readonly standard: string;
  readonly other: string;
  /** 数据: both readings are in the data and a round may switch; 文字: recorded only. */
  readonly form: '数据' | '文字';
}

/** A number of the guide's text that the data rightly doesn't carry, or one of the data that no text states. */
export interface Untraced {
  readonly at: Place;
  readonly clause: Text;
  /** The words of the text, or the number as the data writes it; neither for a clause as a whole. */
  readonly words: Text | undefined;
  readonly figure: Text | undefined;
  /** The lines it holds for, where not for all of them. */
  readonly lines: readonly Text[];
  readonly because: string;
}

export type Strength = '必须' | '原则上' | '优先';

export interface Condition {
  readonly clause: string;
  readonly at: Place;
  readonly says: string;
  readonly must: Text | undefined;
  readonly applies: Text | undefined;
  /** The 明细 fact whose rows the condition selects. */
  readonly each: Text | undefined;
  readonly strength: Strength;
  /** The reading under whose other choice 原则上 binds like 必须. */
  readonly hardUnder: Text | undefined;
  /** The fact by which the authority settles a condition that is open for its opinion. */
  readonly opinion: Text | undefined;
  readonly certifier: string;
  readonly evidence: readonly string[];
  readonly readings: readonly Text[];
  /** What the guide leaves to another document; such a condition has no `must`. */
  readonly elsewhere: string;
  /** Lines a call condition doesn't reach. */
  readonly except: readonly Text[];
}

export interface Step {
  readonly id: string;
  readonly at: Place;
  readonly formula: Text;
  readonly clause: Text | undefined;
  readonly says: string;
}

export interface Subsidy {
  readonly at: Place;
  readonly clause: Text;
  readonly says: string;
  readonly cap: Text | undefined;
  readonly steps: readonly Step[];
  /** What must be so before an amount can be stated at all. */
  readonly premise: { readonly must: Text; readonly says: string } | undefined;
  /** Why no amount can be computed from the guide. */
  readonly notComputable: string;
  /** The reading under whose other choice the steps do give an amount. */
  readonly computableUnder: Text | undefined;
  readonly readings: readonly Text[];
}

export interface Stage {
  readonly at: Place;
  readonly stage: string;
  readonly clause: Text;
  readonly trigger: string;
  /** A share of the subsidy, an amount of its own, the balance, or at most so much. */
  readonly share: Text | undefined;
  readonly amount: Text | undefined;
  readonly balance: boolean;
  readonly atMost: Text | undefined;
}

export interface GroupQuota {
  readonly at: Place;
  readonly name: string;
  readonly fields: readonly Text[];
  readonly atMost: Text | undefined;
  readonly atLeast: Text | undefined;
}

export interface Quota {
  readonly at: Place;
  readonly clause: Text;
  readonly atMost: Text | undefined;
  /** Id of the joint quota this line's places are part of. */
  readonly joint: Text | undefined;
  /** The fact that tells which groups an application counts in. It ranks nobody and bars nobody. */
  readonly groupedBy: Text | undefined;
  readonly groups: readonly GroupQuota[];
  readonly readings: readonly Text[];
}

export interface JointQuota {
  readonly id: string;
  readonly at: Place;
  readonly clause: Text;
  readonly atMost: Text;
  readonly lines: readonly Text[];
  /** The parts add up to the whole; otherwise the whole binds beside the parts. */
  readonly divides: boolean;
}

export interface Paper {
  readonly at: Place;
  readonly name: string;
  readonly clause: Text | undefined;
  readonly issuer: string;
  readonly when: Text | undefined;
  /** 必须: the paper is an audit report; 可以: it may be one, or what the applicant draws up itself. */
  readonly audit: PaperAudit | undefined;
}

export const PAPER_AUDITS = ['必须', '可以'] as const;
export type PaperAudit = (typeof PAPER_AUDITS)[number];

export interface Direction {
  readonly clause: string;
  readonly says: string;
}

export interface TrainingDirection {
  readonly at: Place;
  readonly group: string;
  readonly content: string;
  readonly audience: string;
}

/** The table of training directions as an annex prints it. */
export interface TrainingAnnex {
  readonly at: Place;
  /** The annex's number: 1-24. */
  readonly number: string;
  readonly title: string;
}

/** A question of its own whose choices fill in facts, the choice of the guide's items, or a fact to be asked early. */
export type ScreeningQuestion =
  | {
      readonly at: Place;
      readonly kind: 'choice';
      readonly asks: string;
      readonly says: string;
      readonly choices: readonly ScreeningChoice[];
    }
  | {
      readonly at: Place;
      readonly kind: 'items';
      readonly asks: string;
      readonly says: string;
    }
  | { readonly at: Place; readonly kind: 'fact'; readonly fact: Text };

export interface ScreeningChoice {
  readonly label: string;
  readonly says: string;
  readonly facts: readonly { readonly id: Text; readonly value: Text }[];
}

export const MODES = ['申报', '免申即享', '切块', '配套', '另行通知'] as const;
export type Mode = (typeof MODES)[number];

export interface Line {
  readonly id: string;
  readonly at: Place;
  readonly title: string;
  /** The guide's number of the item the line stands in: 一（二）. */
  readonly section: string;
  readonly mode: Mode;
  readonly form: string | undefined;
  readonly says: string;
  readonly directions: readonly Direction[];
  readonly applicant: { readonly clause: Text; readonly says: string } | undefined;
  /** Ids of shared facts that take another label or definition here aren't allowed; own facts only. */
  readonly facts: readonly Fact[];
  readonly figures: readonly NamedValue[];
  readonly conditions: readonly Condition[];
  readonly consistency: readonly Consistency[];
  readonly subsidy: Subsidy | undefined;
  readonly stages: readonly Stage[];
  readonly quota: Quota | undefined;
  /** Undefined where the applicant is alone. */
  readonly participants: Participants | undefined;
  readonly papers: readonly Paper[];
  /** Papers that are printed for the applicant to sign and seal. */
  readonly letters: readonly Letter[];
  /** Lists that are printed for others to confirm. */
  readonly annexes: readonly Annex[];
  readonly readings: readonly Text[];
  /** Said to whoever asks for a line that can't be applied for. */
  readonly notice: string;
}

import type { Place, Text } from './place.ts';

/**
 * One fault of a guide: where it is, which kind, and the facts its sentence is made of.
 * The Chinese sentence and the fix are made from `code` and `facts` by the sentence registry
 * of the policy package; nothing else composes text for a fault.
 */
export interface Diagnostic {
  readonly at: Place;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** A character of an expression that was read as the plain one it looks like: `≥` as `>=`. */
export interface LookAlike {
  readonly text: Text;
  /** Its place in the text. */
  readonly offset: number;
  readonly written: string;
  readonly plain: string;
}

/** Whether two texts are the same scalar of the same file. */
export function sameText(a: Text, b: Text): boolean {
  return (
    a.text === b.text &&
    a.at.file === b.at.file &&
    a.at.line === b.at.line &&
    a.at.column === b.at.column
  );
}

/** Collects all faults of a run, so that an author sees them at once. */
export class Faults {
  readonly list: Diagnostic[] = [];
  /** No faults: what was accepted, and what `check --fix` rewrites. */
  readonly lookAlikes: LookAlike[] = [];
  /** Expressions that have a fault, as written. */
  readonly broken: string[] = [];

  add(at: Place, code: string, facts: Readonly<Record<string, string>> = {}): void {
    this.list.push({ at, code, facts });
  }

  /** Sorted by file, line and column; the same fault at the same place stands once. */
  sorted(): Diagnostic[] {
    const key = (d: Diagnostic) =>
      `${d.at.file}\u0000${String(d.at.line).padStart(7, '0')}${String(d.at.column).padStart(7, '0')}${d.code}${JSON.stringify(d.facts)}`;
    const once = new Map(this.list.map((d) => [key(d), d]));
    return [...once.keys()].sort().flatMap((k) => once.get(k) ?? []);
  }
}

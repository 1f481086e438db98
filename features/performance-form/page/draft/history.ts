/** What can be undone and done again. Plain data: each change gives another history. */
export interface History<T> {
  readonly now: T;
  readonly before: readonly Step<T>[];
  readonly after: readonly Step<T>[];
  /** Where the last change was made, while another one there still belongs to it; '' when it doesn't. */
  readonly open: string;
}

/** What stood before a change (or stands after one taken back), and where it was made. */
interface Step<T> {
  readonly value: T;
  readonly at: string;
}

const MOST = 200;

export function historyOf<T>(now: T): History<T> {
  return { now, before: [], after: [], open: '' };
}

/** A change at a place. Changes in a row at one place are one step, as long as the place isn't left (`leave`). */
export function changed<T>(history: History<T>, now: T, at: string): History<T> {
  if (history.open === at && at !== '') return { ...history, now, after: [] };
  const before = [...history.before, { value: history.now, at }].slice(-MOST);
  return { now, before, after: [], open: at };
}

/** The next change is a step of its own. */
export function leave<T>(history: History<T>): History<T> {
  return history.open === '' ? history : { ...history, open: '' };
}

/** @returns undefined where there is nothing to undo */
export function undone<T>(history: History<T>): (History<T> & { readonly at: string }) | undefined {
  const step = history.before.at(-1);
  if (!step) return undefined;
  const after = [...history.after, { value: history.now, at: step.at }];
  return { now: step.value, before: history.before.slice(0, -1), after, open: '', at: step.at };
}

/** @returns undefined where there is nothing to do again */
export function redone<T>(history: History<T>): (History<T> & { readonly at: string }) | undefined {
  const step = history.after.at(-1);
  if (!step) return undefined;
  const before = [...history.before, { value: history.now, at: step.at }];
  return { now: step.value, before, after: history.after.slice(0, -1), open: '', at: step.at };
}

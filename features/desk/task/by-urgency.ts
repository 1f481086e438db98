import type { Task } from '@fuchi/record-task/task';

/** So many are listed; whoever has more waiting for him works them off from the top. */
export const MOST_TASKS = 100;

/**
 * What waits for somebody in all features as one list: what has a clock before what has none, by the clock; of the
 * same clock what has waited longest.
 * @example byUrgency([await registrationTasks(db, actor, now), await signOffTasks(db, actor, now)])
 */
export function byUrgency(lists: readonly (readonly Task[])[]): readonly Task[] {
  return lists.flat().sort(inOrder).slice(0, MOST_TASKS);
}

function inOrder(a: Task, b: Task): number {
  const due = dueOf(a) - dueOf(b);
  // Infinity - Infinity: both without a clock.
  if (!Number.isNaN(due) && due !== 0) return due;
  const since = a.since.getTime() - b.since.getTime();
  return since !== 0 ? since : a.id.localeCompare(b.id);
}

function dueOf({ due }: Task): number {
  return due?.getTime() ?? Number.POSITIVE_INFINITY;
}

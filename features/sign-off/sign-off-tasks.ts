import { waitingFor } from '@fuchi/record-sign-off/sign-off-store';
import type { TaskSource } from '@fuchi/record-task/task';

/** What waits for somebody's signature. */
export const signOffTasks: TaskSource = async (db, actor) => {
  const waiting = await waitingFor(db, actor);
  return waiting.slice(0, 100).map(({ id, content, begunAt }) => ({
    id: `sign-off-${id}`,
    title: `签批：${content.title}`,
    to: `/sign-offs/${id}`,
    since: begunAt,
    due: null,
  }));
};

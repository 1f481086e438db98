import { openRequests } from '@fuchi/record-person/sign-on-store';
import type { TaskSource } from '@fuchi/record-task/task';

/** Whom the single sign-on vouches for and nobody knows yet: for system administrators. */
export const signOnTasks: TaskSource = async (db, actor) => {
  if (actor.role !== 'system-admin') return [];
  const requests = await openRequests(db);
  return requests.map(({ id, name, askedAt }) => ({
    id: `sign-on-${id}`,
    title: `关联统一身份：${name}`,
    to: '/accounts/sign-on',
    since: askedAt,
    due: null,
  }));
};

import type { TaskSource } from '@fuchi/record-task/task';
import { waitingRegistrations } from './recommender/registration-list.ts';
import { dueAt, type RegistrationSettings } from './registration-settings.ts';

const MOST = 100;

/** What waits to be looked at by a recommender's people. */
export function registrationTasks(settings: RegistrationSettings): TaskSource {
  return async (db, actor) =>
    (await waitingRegistrations(db, actor, MOST)).map(({ id, name, purpose, askedAt }) => ({
      id: `registration-${id}`,
      title: purpose === 'new' ? `审核注册：${name}` : `审核接管：${name}`,
      to: `/registrations/${id}`,
      since: askedAt,
      due: dueAt(askedAt, settings),
    }));
}

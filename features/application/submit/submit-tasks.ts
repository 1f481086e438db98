import type { Database } from '@fuchi/platform-server/database/open-database';
import { type Application, applicationsFor } from '@fuchi/record-application/application-store';
import { APPLICATION } from '@fuchi/record-application/application-workflow';
import { missingSeals, scansOf } from '@fuchi/record-application/seal-store';
import { submissionClock } from '@fuchi/record-application/submission-clock';
import type { Actor } from '@fuchi/record-person/actor';
import { clockOf } from '@fuchi/record-round/round-clock';
import { roundById } from '@fuchi/record-round/round-store';
import type { Task, TaskSource } from '@fuchi/record-task/task';

const MOST = 100;

/**
 * What whoever submits for a unit has only to look through and send: finalised, every page of it back with its seal,
 * and in time.
 */
export const submitTasks: TaskSource = async (db, actor, now) => {
  if (!APPLICATION.commands.submit.by.includes(actor.role)) return [];
  const own = await applicationsFor(db, actor);
  const tasks: Task[] = [];
  for (const application of own) {
    if (application.state !== 'finalised' || tasks.length === MOST) continue;
    const task = await taskOf(db, actor, application, now);
    if (task) tasks.push(task);
  }
  return tasks;
};

async function taskOf(
  db: Database,
  { organisation }: Actor,
  application: Application,
  now: Date,
): Promise<Task | undefined> {
  const { id, version, line, title } = application;
  if ((await missingSeals(db, id, version)).length > 0) return undefined;
  const round = await roundById(db, application.round);
  if (!round) throw new Error(`application ${id} has no round`);
  const { territory } = organisation;
  const clock = await submissionClock(db, application);
  const due = clockOf(round.settings, clock, { line, territory });
  if (due === undefined || due < now) return undefined;
  const sealed = (await scansOf(db, { application: id, version })).map(({ addedAt }) => addedAt);
  return {
    id: `submit-${id}`,
    title: `提交申报：${title}`,
    to: `/applications/${id}/finish`,
    since: new Date(Math.max(...sealed.map((at) => at.getTime()))),
    due,
  };
}

import { parentPort } from 'node:worker_threads';
import type { FromWorker } from './message.ts';

/**
 * Makes this thread a worker: it does what it is sent, one thing after another, and tells what came of it.
 * @throws when this is no worker's thread
 */
export function serveTasks<Task, Outcome>(
  perform: (task: Task) => Outcome | Promise<Outcome>,
): void {
  const port = parentPort;
  if (!port) throw new Error('not started as a worker');
  const tell = (message: FromWorker<Outcome>) => port.postMessage(message);
  port.on('message', async (task: Task) => tell(await told(perform, task)));
  tell({ kind: 'ready' });
}

async function told<Task, Outcome>(
  perform: (task: Task) => Outcome | Promise<Outcome>,
  task: Task,
): Promise<FromWorker<Outcome>> {
  try {
    return { kind: 'outcome', outcome: await perform(task) };
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'fault', trace };
  }
}

import { parentPort } from 'node:worker_threads';
import type { FromWorker } from './message.ts';

/**
 * Makes this thread a worker: it does what it is sent, one thing after another, and tells what came of it.
 * @throws when this is no worker's thread
 */
export function serveTasks<Task, Outcome>(perform: (task: Task) => Outcome): void {
  const port = parentPort;
  if (!port) throw new Error('not started as a worker');
  const tell = (message: FromWorker<Outcome>) => port.postMessage(message);
  port.on('message', (task: Task) => tell(told(perform, task)));
  tell({ kind: 'ready' });
}

function told<Task, Outcome>(perform: (task: Task) => Outcome, task: Task): FromWorker<Outcome> {
  try {
    return { kind: 'outcome', outcome: perform(task) };
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'fault', trace };
  }
}

import { parentPort } from 'node:worker_threads';

/** A thread that whatever it is asked keeps for ever. */
parentPort?.on('message', () => {
  for (;;);
});
parentPort?.postMessage({ kind: 'ready' });

import { parentPort, threadId } from 'node:worker_threads';

/** A worker's thread whose tasks go wrong in every way there is. */
const does = {
  /** @param {{ value: unknown }} task */
  say: ({ value }) => ({ kind: 'outcome', outcome: { value, threadId } }),
  /** Holds its thread until the flag is set. @param {{ flag: Int32Array<SharedArrayBuffer> }} task */
  hold: ({ flag }) => {
    Atomics.wait(flag, 0, 0);
    return { kind: 'outcome', outcome: { value: 'held', threadId } };
  },
  loop: () => {
    for (;;);
  },
  grow: () => {
    const kept = [];
    for (let n = 0; ; n += 1) kept.push({ n, more: [n, n + 1] });
  },
  fault: () => ({ kind: 'fault', trace: 'Error: a fault of ours\n    at somewhere' }),
  crash: () => {
    throw new Error('crashed');
  },
  exit: () => process.exit(0),
};

parentPort?.on('message', (task) => parentPort?.postMessage(does[task.does](task)));
parentPort?.postMessage({ kind: 'ready' });

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromWorker } from '@fuchi/platform-server/answering/message';
import { WORKER_MEMORY } from '@fuchi/platform-server/limits';
import { programRoot } from '@fuchi/platform-server/program-root';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { guideToJson } from '@fuchi/policy/guide-json';

/**
 * Starts threads that run a program on this guide, all the same one (docs/adr/0006).
 * @param guide undefined for a program that is sent what it needs of one
 * @param memory megabytes one may fill
 * @example workerPool({ start: workerThreads('apps/server/assessor.ts', guide), … })
 */
export function workerThreads(
  entry: string,
  guide: CheckedGuide | undefined,
  memory = WORKER_MEMORY,
): () => Worker {
  const text = guide && guideToJson(guide);
  let program: string | undefined;
  return () => {
    const worker = new Worker(join(programRoot(), 'apps/server/worker.mjs'), {
      workerData: { entry, guide: text, program },
      resourceLimits: { maxOldGenerationSizeMb: memory },
      execArgv: [],
    });
    worker.on('message', (message: FromWorker<unknown>) => {
      if (message.kind === 'program') program = message.at;
    });
    return worker;
  };
}

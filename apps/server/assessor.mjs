import { parentPort, workerData } from 'node:worker_threads';
import { compiledProgram, runCompiled } from '../../tools/compiled.mjs';

const ENTRY = 'apps/server/assessor.ts';

process.setSourceMapsEnabled(true);
// A worker that takes another's place runs the same program, whatever has become of the sources since.
const at = workerData.program ?? (await compiledProgram(ENTRY));
if (at === undefined) {
  await runCompiled(ENTRY);
} else {
  parentPort?.postMessage({ kind: 'program', at });
  await import(at);
}

import { parentPort, workerData } from 'node:worker_threads';
import { compiledProgram, runCompiled } from '../../tools/compiled.mjs';

/** Which program the thread runs: apps/server/assessor.ts. @type {string} */
const entry = workerData.entry;

process.setSourceMapsEnabled(true);
// A worker that takes another's place runs the same program, whatever has become of the sources since.
const at = workerData.program ?? (await compiledProgram(entry));
if (at === undefined) {
  await runCompiled(entry);
} else {
  parentPort?.postMessage({ kind: 'program', at });
  await import(at);
}

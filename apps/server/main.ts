import { serve } from './serve.ts';
import { modeOf } from './settings.ts';

try {
  await serve(process.env, console.log, modeOf(process.env, 'demonstration'));
} catch (error) {
  if (process.env['FUCHI_DEBUG'] === '1') throw error;
  console.error(`fuchi: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

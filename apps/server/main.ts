import { serve } from './serve.ts';

try {
  await serve(process.env, console.log);
} catch (error) {
  if (process.env['FUCHI_DEBUG'] === '1') throw error;
  console.error(`fuchi: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

import { assess } from '@fuchi/assessment/command-assess';
import { facts } from '@fuchi/assessment/command-facts';
import { lines } from '@fuchi/assessment/command-lines';
import { check } from '@fuchi/guide-check/command-check';
import { publish } from '@fuchi/guide-check/command-publish';
import type { Command, CommandIo } from '@fuchi/platform-server/command';
import { dispatch, reportFault } from './dispatch.ts';
import manifest from './package.json' with { type: 'json' };
import { serve } from './serve-command.ts';

const commands: readonly Command[] = [lines, facts, assess, check, publish, serve];

const debug = process.env['FUCHI_DEBUG'] === '1';
const io: CommandIo = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
};

// A reader that stops early (`fuchi lines | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.on('uncaughtException', (error) => {
  reportFault(error, 'fuchi', io, debug);
  process.exit(2);
});

process.exitCode = await dispatch(process.argv.slice(2), io, {
  commands,
  version: manifest.version,
  debug,
});

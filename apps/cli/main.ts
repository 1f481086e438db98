import type { Command } from '@fuchi/platform-server/command';
import { dispatch } from './dispatch.ts';
import manifest from './package.json' with { type: 'json' };

const commands: readonly Command[] = [];

// A reader that stops early (`fuchi lines | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await dispatch(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
  },
  { commands, version: manifest.version, debug: process.env['FUCHI_DEBUG'] === '1' },
);

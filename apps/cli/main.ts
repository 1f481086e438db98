import type { CommandIo } from '@fuchi/platform-server/command';
import { dispatch, type Loaders, reportFault } from './dispatch.ts';
import manifest from './package.json' with { type: 'json' };

/** Only the command that runs is loaded: `check` needs no web server. */
const commands: Loaders = {
  lines: async () => (await import('@fuchi/assessment/command-lines')).lines,
  facts: async () => (await import('@fuchi/assessment/command-facts')).facts,
  assess: async () => (await import('@fuchi/assessment/command-assess')).assess,
  check: async () => (await import('@fuchi/guide-check/command-check')).check,
  publish: async () => (await import('@fuchi/guide-check/command-publish')).publish,
  trace: async () => (await import('@fuchi/guide-trace/command-trace')).traceCommand,
  form: async () => (await import('@fuchi/performance-form/command-form')).form,
  serve: async () => (await import('./serve-command.ts')).serve,
  demo: async () => (await import('./demo-command.ts')).demo,
  backup: async () => (await import('./backup-command.ts')).backup,
  restore: async () => (await import('./restore-command.ts')).restore,
  audit: async () => (await import('./audit-command.ts')).audit,
};

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

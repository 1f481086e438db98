import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const bin = join(import.meta.dirname, 'fuchi.mjs');

function fuchi(...args: string[]) {
  // From elsewhere, because a user's folder has no node_modules and no tsconfig.
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('the program starts from any folder', () => {
  expect(fuchi('--version')).toEqual({ status: 0, stdout: '0.1.0\n', stderr: '' });
});

test('its exit code reaches the shell, and faults go to the error stream', () => {
  const { status, stdout, stderr } = fuchi('no-such-command');
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('no-such-command');
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outOfStep } from './ensure.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fuchi-ensure-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const react = { version: '19.0.0', integrity: 'sha512-a' };
const other = { version: '1.0.0', integrity: 'sha512-b', optional: true };

function lock(file: string, packages: object): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), JSON.stringify({ packages }));
}

function install(packages: object): void {
  for (const path of Object.keys(packages)) mkdirSync(join(root, path), { recursive: true });
  lock('node_modules/.package-lock.json', packages);
}

test('installed as locked is in step, without what other kinds of machine need', () => {
  lock('package-lock.json', { '': {}, 'node_modules/react': react, 'node_modules/other': other });
  install({ 'node_modules/react': react });
  expect(outOfStep(root)).toBeNull();
});

test('nothing installed, or an install that broke off', () => {
  lock('package-lock.json', { 'node_modules/react': react });
  expect(outOfStep(root)).toBe('node_modules is missing or incomplete');
  mkdirSync(join(root, 'node_modules/react'), { recursive: true });
  expect(outOfStep(root)).toBe('node_modules is missing or incomplete');
});

test('another version, a new package, a deleted folder', () => {
  lock('package-lock.json', { 'node_modules/react': react });
  const differs = 'node_modules/react is not what package-lock.json says';
  install({ 'node_modules/react': { ...react, version: '18.0.0' } });
  expect(outOfStep(root)).toBe(differs);
  install({});
  expect(outOfStep(root)).toBe(differs);
  install({ 'node_modules/react': react });
  rmSync(join(root, 'node_modules/react'), { recursive: true });
  expect(outOfStep(root)).toBe('node_modules/react is missing');
});

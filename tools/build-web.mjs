import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure.mjs';

const SOURCES = ['apps/web', 'features', 'packages', 'platform/browser', 'ui', 'package-lock.json'];
const IGNORED = new Set(['node_modules', 'dist']);
const WEB = join(root, 'apps/web');
const STAMP = join(WEB, 'dist/.built-from');

/**
 * Builds the pages unless they were built from these very sources.
 * @param {(text: string) => void} say
 * @returns {boolean} whether the pages are there
 */
export function buildWeb(say) {
  const digest = digestOf(SOURCES.flatMap(filesUnder));
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return true;
  say('building the pages. 正在生成网页……');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: WEB,
    stdio: 'inherit',
  });
  if (status !== 0) return false;
  // Vite empties dist first, so a build that broke off leaves no stamp.
  writeFileSync(STAMP, digest);
  return true;
}

/** @param {string[]} files */
function digestOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const folder = join(root, path);
  if (!existsSync(folder)) return [];
  if (path === 'package-lock.json') return [path];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter(({ name }) => !IGNORED.has(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
    );
}

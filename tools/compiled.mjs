import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './ensure.mjs';

const CACHE = 'node_modules/.cache/fuchi';
/** What npm installed, and how this file compiles: both are part of every program. */
const ALWAYS = ['node_modules/.package-lock.json', 'tools/compiled.mjs', 'tsconfig.base.json'];
/** Compiled with the sources: it has some seventy files. Other npm packages are loaded where they lie. */
const WITHIN = new Set(['yaml']);

/** @typedef {{ digest: string, inputs: string[] }} Stamp */

/**
 * Imports a program, compiled to plain JavaScript (ADR 0004). It is compiled anew whenever a file it was made from
 * has other contents; where nothing can be written, tsx compiles each file as it is loaded.
 * @param {string} entry below the program's folder: apps/cli/main.ts
 * @param {string} [home] the program's folder
 */
export async function runCompiled(entry, home = root) {
  const main = await compiledProgram(entry, home);
  if (main !== undefined) return import(main);
  const { register } = await import('tsx/esm/api');
  register();
  return import(pathToFileURL(join(home, entry)).href);
}

/**
 * The address of a program as it is compiled now.
 * @param {string} entry
 * @param {string} [home]
 * @returns {Promise<string | undefined>} undefined where nothing can be written
 */
export async function compiledProgram(entry, home = root) {
  const name = entry.replaceAll('/', '-').replace(/\.ts$/, '');
  const main = fresh(home, name) ?? (await compile(home, entry, name));
  return main === undefined ? undefined : pathToFileURL(main).href;
}

/**
 * @param {string} home
 * @param {string} name
 * @returns {string | undefined} the compiled program, if its sources are still what it was made from
 */
function fresh(home, name) {
  const cache = join(home, CACHE);
  try {
    /** @type {Stamp} */
    const { digest, inputs } = JSON.parse(readFileSync(join(cache, `${name}.json`), 'utf8'));
    const main = join(cache, `${name}-${digest}`, 'main.js');
    return digestOf(home, inputs) === digest && existsSync(main) ? main : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Contents and not dates: a checkout or a copy may set those as it likes.
 * @param {string} home
 * @param {readonly string[]} inputs
 */
function digestOf(home, inputs) {
  // Packages that aren't compiled along are named by where they lie.
  const hash = createHash('sha256').update(`${process.version}\0${home}`);
  for (const file of inputs) {
    const content = readFileSync(join(home, file));
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} home
 * @param {string} entry
 * @param {string} name
 * @returns {Promise<string | undefined>} undefined where nothing can be written
 */
async function compile(home, entry, name) {
  const cache = join(home, CACHE);
  let folder = '';
  try {
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, `${name}.`));
  } catch {
    return undefined;
  }
  try {
    const inputs = await bundle(home, entry, folder);
    const digest = digestOf(home, inputs);
    const made = join(cache, `${name}-${digest}`);
    // Another process may have made the same meanwhile.
    if (!existsSync(made)) renameSync(folder, made);
    const stamp = join(cache, `${name}.${process.pid}.json`);
    writeFileSync(stamp, JSON.stringify({ digest, inputs }));
    renameSync(stamp, join(cache, `${name}.json`));
    sweep(cache, name, made);
    return join(made, 'main.js');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} home
 * @param {string} entry
 * @param {string} outdir
 * @returns {Promise<string[]>} the files the result rests on
 */
async function bundle(home, entry, outdir) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: home,
    entryPoints: { main: entry },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    metafile: true,
    logLevel: 'error',
    // What is written for require() asks for it.
    banner: {
      js: "import { createRequire as fuchiRequire } from 'node:module'; const require = fuchiRequire(import.meta.url);",
    },
    plugins: [{ name: 'packages', setup: leavePackages }],
  });
  const sources = Object.keys(metafile.inputs).filter((file) => !file.includes('node_modules/'));
  return [...new Set([...sources, ...sources.flatMap(manifestsOf), ...ALWAYS])]
    .filter((file) => existsSync(join(home, file)))
    .sort();
}

/** @param {import('esbuild').PluginBuild} build */
function leavePackages(build) {
  build.onResolve({ filter: /^[^./]/ }, async ({ path, resolveDir, kind, pluginData }) => {
    if (pluginData === 'resolving' || kind === 'entry-point') return undefined;
    if (path.startsWith('node:') || path.startsWith('@fuchi/') || WITHIN.has(path))
      return undefined;
    const found = await build.resolve(path, { resolveDir, kind, pluginData: 'resolving' });
    // By its file: npm may have put it beside the workspace that uses it.
    return found.namespace === 'file' && found.path.includes('node_modules')
      ? { path: pathToFileURL(found.path).href, external: true }
      : found;
  });
}

/**
 * A workspace's exports say which file a name means.
 * @param {string} file
 */
function manifestsOf(file) {
  const folders = file.split('/').slice(0, -1);
  return folders.map((_, i) => `${folders.slice(0, i + 1).join('/')}/package.json`);
}

const KEPT = 4;

/**
 * Removes what was made from earlier sources, but a few: a process may still run from one.
 * @param {string} cache
 * @param {string} name
 * @param {string} made
 */
function sweep(cache, name, made) {
  const old = readdirSync(cache, { withFileTypes: true })
    .filter((e) => e.isDirectory() && e.name.startsWith(`${name}-`))
    .map((e) => join(cache, e.name))
    .filter((folder) => folder !== made)
    .map((folder) => ({ folder, at: statSync(folder).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { folder } of old.slice(KEPT)) rmSync(folder, { recursive: true, force: true });
}

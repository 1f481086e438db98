import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];

/** Makes node_modules what package-lock.json says, or ends the process with one sentence. */
export function ensure() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldMajor = 0, oldMinor = 0] = OLDEST_NODE;
  if (major < oldMajor || (major === oldMajor && minor < oldMinor)) {
    stop(
      `Node ${OLDEST_NODE.join('.')} or newer is needed, this is ${process.versions.node}. 请安装 Node ${OLDEST_NODE.join('.')} 或更新的版本。`,
    );
  }
  const reason = outOfStep(root);
  if (reason === null) return;
  say(
    `${reason}; installing the exact versions of package-lock.json (npm ci), a minute or so. 正在安装依赖……`,
  );
  const status = npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (status !== 0)
    stop(`npm ci ended with ${status}; its message stands above. 安装依赖失败，原因见上。`);
  const still = outOfStep(root);
  if (still !== null) stop(`after npm ci: ${still}. 安装后依赖仍不完整。`);
  say('dependencies are in place. 依赖已就绪。');
}

/**
 * npm writes node_modules/.package-lock.json last of all, so an install that broke off has none.
 * Read instead of a stamp of our own: an install by hand counts too.
 * @param {string} root
 * @returns {string | null} why the two differ
 */
export function outOfStep(root) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return 'node_modules is missing or incomplete';
  const there = packagesOf(installed);
  for (const [path, wanted] of Object.entries(packagesOf(join(root, 'package-lock.json')))) {
    const found = there[path];
    if (path === '' || (!found && (wanted.optional || wanted.devOptional))) continue;
    if (!found || found.version !== wanted.version || found.integrity !== wanted.integrity) {
      return `${path} is not what package-lock.json says`;
    }
    if (!existsSync(join(root, path))) return `${path} is missing`;
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** @param {string[]} args */
function npm(args) {
  const script = process.env['npm_execpath'];
  const { status, error } = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) stop(`npm can't be started: ${error.message}. 无法启动 npm。`);
  return status;
}

/** @param {string} text */
export function say(text) {
  process.stdout.write(`fuchi: ${text}\n`);
}

/**
 * @param {string} text
 * @returns {never}
 */
export function stop(text) {
  process.stderr.write(`fuchi: ${text}\n`);
  process.exit(1);
}

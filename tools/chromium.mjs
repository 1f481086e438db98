import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * The browser for tests: the one CHROMIUM_PATH names, else one on the machine.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return runs(named) ? named : undefined;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find(runs);
}

/**
 * Debian's Chromium with fonts for Chinese, where this process may install it.
 * @param {(text: string) => void} say
 * @returns {string | undefined}
 */
export function ensureChromium(say) {
  const found = findChromium();
  if (found) return found;
  if (process.env['CHROMIUM_PATH']) {
    say(
      `CHROMIUM_PATH names no program that can be run (${process.env['CHROMIUM_PATH']}); the browser tests are skipped. 浏览器测试跳过。`,
    );
    return undefined;
  }
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    say(
      'no Chromium or Chrome on this machine; the browser tests are skipped. Install one, or name it in CHROMIUM_PATH. 没有找到 Chromium，浏览器测试跳过。',
    );
    return undefined;
  }
  say(
    `installing Debian's ${DEBIAN_PACKAGES.join(' and ')} for the browser tests, a few minutes. 正在安装浏览器……`,
  );
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES],
  ]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0) {
      say(
        `apt-get ${args[0]} ended with ${status}; the browser tests are skipped. 浏览器安装失败，浏览器测试跳过。`,
      );
      return undefined;
    }
  }
  return findChromium();
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

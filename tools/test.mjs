import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { runChecks } from './checks.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensure, root, say } from './ensure.mjs';

ensure();
const chromium = ensureChromium(say);
const checks = runChecks(say);
const built = buildWeb(say);
say(`${built ? '✓' : '✗'} pages (Vite)`);
const tests = runVitest();

const passed = checks.passed + (built ? 1 : 0) + tests.passed;
const failed = checks.failed + (built ? 0 : 1) + tests.failed;
process.exitCode = failed > 0 ? 1 : 0;
process.stdout.write(`${passed} passed, ${failed} failed, ${tests.skipped} skipped\n`);

function runVitest() {
  say('running the tests (Vitest)');
  const folder = mkdtempSync(join(tmpdir(), 'fuchi-test-'));
  const report = join(folder, 'report.json');
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: chromium ? { ...process.env, CHROMIUM_PATH: chromium } : process.env,
    },
  );
  const counts = countsOf(report);
  rmSync(folder, { recursive: true, force: true });
  // A fault outside every test (an unhandled rejection, a crashed worker) is seen in the exit status alone.
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** @param {string} report */
function countsOf(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
      JSON.parse(readFileSync(report, 'utf8'));
    /** @param {{ status: string, assertionResults: { status: string }[] }} file */
    const brokenFile = ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
    return {
      passed: numPassedTests,
      failed: numFailedTests + testResults.filter(brokenFile).length,
      skipped: numPendingTests + numTodoTests,
    };
  } catch (error) {
    process.stderr.write(`fuchi: Vitest left no report: ${error}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

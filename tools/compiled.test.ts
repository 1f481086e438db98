import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from './ensure.mjs';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'fuchi-compiled-'));
  write('app/package.json', '{ "type": "module" }');
  write('app/main.ts', "import { said } from './said.ts'; console.log(said satisfies string);");
  write('app/said.ts', "export const said: string = 'one';");
});
afterEach(() => rmSync(home, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(home, file)), { recursive: true });
  writeFileSync(join(home, file), text);
}

/** A process of its own, as a module once imported isn't loaded again. */
function run(): string {
  const script = `import { runCompiled } from ${JSON.stringify(join(root, 'tools/compiled.mjs'))};
    await runCompiled('app/main.ts', ${JSON.stringify(home)});`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  }).trim();
}

function stamp(): string {
  return readFileSync(join(home, 'node_modules/.cache/fuchi/app-main.json'), 'utf8');
}

test('what runs is what stands in the folder, however its dates are set', () => {
  expect(run()).toBe('one');
  const first = stamp();
  expect(run()).toBe('one');
  expect(stamp()).toBe(first);
  write('app/said.ts', "export const said: string = 'two';");
  expect(run()).toBe('two');
  expect(stamp()).not.toBe(first);
  write('app/said.ts', "export const said: string = 'one';");
  expect(run()).toBe('one');
});

test('a file that is gone, or a compiled program that is, is noticed', () => {
  expect(run()).toBe('one');
  write('app/main.ts', "console.log('alone');");
  rmSync(join(home, 'app/said.ts'));
  expect(run()).toBe('alone');
  rmSync(join(home, 'node_modules'), { recursive: true });
  expect(run()).toBe('alone');
  expect(existsSync(join(home, 'node_modules/.cache/fuchi'))).toBe(true);
});

test('what is compiled finds its own folder in one way only', () => {
  const own = execFileSync(
    'git',
    ['grep', '-l', 'import\\.meta', '--', 'apps', 'features', 'platform', 'packages'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const running = own
    .trim()
    .split('\n')
    .filter((file) => !/\.test\.tsx?$|\.mjs$/.test(file));
  expect(running).toEqual(['platform/server/program-root.ts']);
});

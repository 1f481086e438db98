import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFaults } from './source-faults.ts';

const root = join(import.meta.dirname, '..');

describe('this repository', () => {
  test('its files keep the house rules', () => {
    const files = trackedFiles();
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => sourceFaults(file, root))).toEqual([]);
  });

  test('every version is exact', () => {
    const ranged = trackedFiles()
      .filter(({ path }) => /(?:^|\/)package\.json$/.test(path))
      .flatMap(({ path, text }) => {
        const { dependencies, devDependencies, peerDependencies } = JSON.parse(text);
        return Object.entries({ ...dependencies, ...devDependencies, ...peerDependencies })
          .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(version)))
          .map(([name, version]) => `${path}: ${name} ${version}`);
      });
    expect(ranged).toEqual([]);
  });

  test('the lock file names no host to download from', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const hosts = Object.values<{ resolved?: string }>(packages)
      .map(({ resolved }) => resolved ?? '')
      .filter((resolved) => resolved.includes('://'));
    expect(hosts).toEqual([]);
  });

  test('the lock file is whole: it holds what other kinds of machine install', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const missing = Object.entries<{ optionalDependencies?: object }>(packages).flatMap(
      ([path, { optionalDependencies = {} }]) =>
        Object.keys(optionalDependencies).filter(
          (name) =>
            !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
        ),
    );
    expect(missing).toEqual([]);
  });
});

describe('a planted fault', () => {
  const planted: readonly [path: string, text: string, fault: string][] = [
    ['packages/values/long.ts', '\n'.repeat(401), 'more than 400 lines'],
    ['features/review/utils.ts', '', 'named after nothing'],
    ['features/review/helpers/sum.ts', '', 'named after nothing'],
    ['packages/values/types.ts', '', 'named after nothing'],
    ['packages/values/index.ts', '', 'a barrel'],
    ['packages/values/a.ts', 'let a: any;', 'line 1, any'],
    ['packages/values/a.ts', '\nconst a = x as any;', 'line 2, any'],
    ['packages/values/a.ts', `// @ts-${'ignore'}\nf(1);`, 'a silenced check'],
    ['packages/values/a.ts', 'const a = Number.parseFloat(text);', 'Number.parseFloat'],
    ['packages/values/a.ts', 'const a = (1.005).toFixed(2);', 'toFixed'],
    ['packages/values/a.ts', 'const a = Math.random();', 'Math.random'],
    ['features/review/a.ts', "const f = new Function('return 1');", 'code made from text'],
    ['guides/jiangsu-2022/run.ts', '', 'data only'],
    ['README.md', `see /${'home'}/someone/fuchi`, 'a path of one machine'],
    ['docs/a.md', `see ${root}/packages`, 'a path of one machine'],
  ];

  test.each(planted)('%s %j is found', (path, text, fault) => {
    expect(sourceFaults({ path, text }, root)).toEqual([expect.stringContaining(fault)]);
  });

  test('what only looks like one is left alone', () => {
    const text = [
      '/** Any Date, console.log or parseFloat in words is no use of it. */',
      "const words = 'Date.now() any fetch(url)';",
      'const row = { process: 1, Date: 2 };',
      'const stage = row.process;',
      'export interface Step { readonly process: string }',
      'const company = stage + words.length;',
    ].join('\n');
    expect(sourceFaults({ path: 'packages/values/a.ts', text }, root)).toEqual([]);
    const test = 'const start = performance.now(); console.log(Math.random());';
    expect(sourceFaults({ path: 'packages/values/a.test.ts', text: test }, root)).toEqual([]);
  });

  test('a global that packages may not touch is refused by Biome, in code and in types', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fuchi-lint-'));
    const uses = [
      'new Date()',
      'console',
      'process',
      'fetch',
      'setTimeout',
      'parseFloat',
      'crypto',
    ];
    const text = `${uses.map((use, n) => `export const a${n} = ${use};`).join('\n')}\nexport type T = Date;\n`;
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    for (const layer of ['packages', 'platform']) {
      mkdirSync(join(folder, layer));
      writeFileSync(join(folder, layer, 'planted.ts'), text);
    }
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const { stdout } = spawnSync(
      process.execPath,
      [biome, 'lint', '--vcs-enabled=false', '--reporter=github', '.'],
      { cwd: folder, encoding: 'utf8' },
    );
    rmSync(folder, { recursive: true });
    const found = stdout.split('\n').filter((line) => line.includes('noRestrictedGlobals'));
    expect(found).toHaveLength(uses.length + 1);
    expect(found.filter((line) => line.includes('platform'))).toEqual([]);
  });
});

function trackedFiles(): readonly SourceFile[] {
  const listed = execFileSync(
    'git',
    ['-c', 'core.quotePath=false', 'ls-files', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8' },
  );
  return listed
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importRules } from '../tools/import-rules.mjs';
import { importViolations, type Violation } from './import-direction.ts';

const root = join(import.meta.dirname, '..');
const LAYERS = ['packages', 'platform', 'ui', 'records', 'features', 'apps', 'bench'];

describe('this repository', () => {
  test('imports run one way', async () => {
    const present = readdirSync(root);
    const { violations, files } = await importViolations(
      root,
      LAYERS.filter((layer) => present.includes(layer)),
    );
    expect(violations).toEqual([]);
    expect(files).toBeGreaterThan(20);
  });
});

/** A whole small house, with nothing wrong in it. */
const SOUND: Record<string, string> = {
  'packages/values/money.ts': "import './decimal.ts';",
  'packages/values/decimal.ts': '',
  'packages/values/money.test.ts': "import 'node:fs'; import 'leftpad'; import './money.ts';",
  'packages/guide/guide.ts': "import 'yaml'; import '@fuchi/values/money';",
  'packages/policy/assess.ts': "import '@fuchi/guide/guide'; import '@fuchi/values/money';",
  'packages/forms/form.ts': "import '@fuchi/policy/assess';",
  'packages/selection/select.ts': "import '@fuchi/values/money';",
  'packages/workflow/step.ts': "import '@fuchi/values/money';",
  'packages/documents/docx.ts':
    "import '@fuchi/forms/form'; import '@fuchi/guide/guide'; import '@fuchi/values/money';",
  'platform/server/files.ts': "import 'node:fs'; import 'leftpad'; import '@fuchi/values/money';",
  'platform/browser/storage.ts': "import '@fuchi/values/money';",
  'ui/amount.tsx': "import 'leftpad'; import '@fuchi/values/money'; import './theme.ts';",
  'ui/theme.ts': '',
  'records/paper/store.ts': "import '@fuchi/platform-server/files'; import './contract.ts';",
  'records/paper/contract.ts': '',
  'records/finding/store.ts': "import '@fuchi/paper/contract';",
  'features/assessment/page.tsx':
    "import '@fuchi/ui/amount.tsx'; import './contract.ts'; import '@fuchi/platform-browser/storage'; import '@fuchi/paper/contract'; import '@fuchi/policy/assess';",
  'features/assessment/contract.ts': "import '@fuchi/values/money';",
  'features/assessment/http.ts':
    "import './contract.ts'; import 'node:fs'; import '@fuchi/paper/store'; import '@fuchi/platform-server/files';",
  'features/review/decision.ts': '',
  'apps/server/main.ts': "import '@fuchi/assessment/http'; import '@fuchi/web/page.tsx';",
  'apps/web/page.tsx': "import '@fuchi/assessment/page.tsx';",
  'bench/main.ts': "import '@fuchi/policy/assess';",
};

/** Each file holds one forbidden import, and is caught by the rule before the colon. */
const PLANTED: Record<string, Record<string, string>> = {
  'package-direction:values': { 'packages/values/up.ts': "import '@fuchi/guide/guide';" },
  'package-direction:guide': { 'packages/guide/up.ts': "import '@fuchi/policy/assess';" },
  'package-direction:policy': { 'packages/policy/up.ts': "import '@fuchi/forms/form';" },
  'package-direction:forms': { 'packages/forms/up.ts': "import '@fuchi/documents/docx';" },
  'package-direction:selection': { 'packages/selection/up.ts': "import '@fuchi/guide/guide';" },
  'package-direction:workflow': { 'packages/workflow/up.ts': "import '@fuchi/policy/assess';" },
  'package-direction:documents': { 'packages/documents/up.ts': "import '@fuchi/policy/assess';" },
  'package-pure:values': { 'packages/values/disk.ts': "import 'node:fs';" },
  'package-pure:policy': { 'packages/policy/bare.ts': "import type { Stats } from 'fs';" },
  'package-npm:values': { 'packages/values/npm.ts': "import 'yaml';" },
  'package-npm:guide': { 'packages/guide/npm.ts': "import 'leftpad';" },
  'package-npm:documents': { 'packages/documents/npm.ts': "import 'leftpad';" },
  'layer:packages': { 'packages/values/layer.ts': "import '@fuchi/platform-server/files';" },
  'layer:platform': { 'platform/server/layer.ts': "import '@fuchi/paper/contract';" },
  'layer:ui': { 'ui/layer.ts': "import '@fuchi/platform-browser/storage';" },
  'layer:records': { 'records/paper/layer.ts': "import '@fuchi/review/decision';" },
  'layer:features': { 'features/review/layer.ts': "import '@fuchi/server/main';" },
  'layer:apps': { 'apps/server/layer.ts': "import '@fuchi/bench/main';" },
  'apart:features/review': { 'features/review/apart.ts': "import '@fuchi/assessment/contract';" },
  'apart:platform/server': {
    'platform/server/apart.ts': "import '@fuchi/platform-browser/storage';",
  },
  'across-by-name': { 'apps/server/relative.ts': "import '../../packages/values/money.ts';" },
  'page-no-server': {
    'features/assessment/direct.tsx': "import './http.ts';",
    'features/assessment/platform.tsx': "import '@fuchi/platform-server/files';",
    'features/assessment/detour.tsx': "import './go-between.ts';",
    'features/assessment/go-between.ts': "import type {} from './application-store.ts';",
    'features/assessment/application-store.ts': '',
  },
  'page-records-by-contract': { 'features/review/record.tsx': "import '@fuchi/paper/schema';" },
  'browser-no-node': { 'ui/node.ts': "import 'node:path';" },
  'web-no-server': { 'apps/web/server.ts': "import '@fuchi/assessment/http';" },
  'no-cycles': {
    'packages/values/hen.ts': "import type {} from './egg.ts';",
    'packages/values/egg.ts': "import './hen.ts';",
  },
  resolvable: { 'apps/server/nowhere.ts': "import './missing.ts';" },
};

/** Part of a planted case, but not itself at fault. */
const BYSTANDERS = [
  'packages/values/hen.ts',
  'features/assessment/go-between.ts',
  'features/assessment/application-store.ts',
];

describe('a planted forbidden import', () => {
  const house = mkdtempSync(join(tmpdir(), 'fuchi-imports-'));
  let violations: readonly Violation[] = [];

  beforeAll(async () => {
    write(house, { ...SOUND, 'records/paper/schema.ts': '' });
    for (const files of Object.values(PLANTED)) write(house, files);
    furnish(house);
    ({ violations } = await importViolations(house, LAYERS));
  });
  afterAll(() => rmSync(house, { recursive: true }));

  const cases = Object.entries(PLANTED).flatMap(([rule, files]) =>
    Object.keys(files)
      .filter((file) => !BYSTANDERS.includes(file))
      .map((file) => ({ rule, file })),
  );

  test.each(cases)('$file is an error of $rule', ({ rule, file }) => {
    expect(violations.filter(({ from }) => from === file).map((found) => found.rule)).toContain(
      rule,
    );
  });

  test('nothing sound is an error', () => {
    expect(violations.filter(({ from }) => from in SOUND)).toEqual([]);
  });

  test('no kind of rule goes without its planted import', () => {
    const kind = (rule: string) => rule.replace(/:.*/, '');
    const planted = new Set(Object.keys(PLANTED).map(kind));
    expect(new Set(importRules(house).map(({ name }) => kind(name)))).toEqual(planted);
  });

  test('a new package without a direction is refused', () => {
    write(house, { 'packages/stray/stray.ts': '' });
    expect(() => importRules(house)).toThrow(/packages\/stray/);
    rmSync(join(house, 'packages/stray'), { recursive: true });
  });
});

function write(house: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${text}\n`);
  }
}

/** What npm would add: a manifest in each workspace, links to them, and two packages from outside. */
function furnish(house: string): void {
  const workspaces = ['packages', 'platform', 'records', 'features', 'apps']
    .flatMap((layer) => readdirSync(join(house, layer)).map((name) => `${layer}/${name}`))
    .concat('ui', 'bench');
  mkdirSync(join(house, 'node_modules/@fuchi'), { recursive: true });
  for (const folder of workspaces) {
    const name = folder.replace(/^platform\//, 'platform-').replace(/^.*\//, '');
    const exports = { './*.tsx': './*.tsx', './*': './*.ts' };
    manifest(join(house, folder), { name: `@fuchi/${name}`, type: 'module', exports });
    symlinkSync(join(house, folder), join(house, 'node_modules/@fuchi', name), 'dir');
  }
  for (const name of ['yaml', 'leftpad']) {
    write(house, { [`node_modules/${name}/index.js`]: '' });
    manifest(join(house, 'node_modules', name), { name, main: 'index.js' });
  }
  const dependencies = { yaml: '1.0.0', leftpad: '1.0.0' };
  manifest(house, { name: 'house', type: 'module', workspaces, dependencies });
}

function manifest(folder: string, content: object): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(content));
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ name: string, comment: string, severity?: 'error', from: object, to: object }} Rule */

/**
 * What each package may import of the others. A folder that isn't here is refused below.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const PACKAGE_DIRECTION = {
  values: [],
  guide: ['values'],
  policy: ['guide', 'values'],
  forms: ['policy', 'guide', 'values'],
  selection: ['values'],
  workflow: ['values'],
  documents: ['forms', 'guide', 'values'],
};

/** @type {Readonly<Record<string, readonly string[]>>} */
const PACKAGE_NPM = {
  guide: ['yaml'],
  documents: ['@noble/hashes', 'fflate', 'saxes', 'uqr'],
};

/** Each layer may import what stands before it in its list, and itself where `own` says so. */
const LAYERS = {
  packages: { may: [], own: true },
  platform: { may: ['packages'], own: false },
  ui: { may: ['packages'], own: true },
  records: { may: ['packages', 'platform'], own: true },
  features: { may: ['packages', 'platform', 'ui', 'records'], own: false },
  // A program's start stands in tools: it works before dependencies are in.
  apps: { may: ['packages', 'platform', 'ui', 'records', 'features', 'tools'], own: true },
};

/** Tests may use what the code beside them may not: the runner, the disk, an oracle. */
const TEST_FILE = '\\.test\\.tsx?$';
const NPM = '(^|/)node_modules/';
const NODE = ['core'];
const SERVER_SIDE = '/(http|store|command)[^/]*\\.ts$|-store\\.ts$|^platform/server/';

/**
 * dependency-cruiser's rules for the tree at `root`, computed from the folders that are there.
 * @param {string} root
 * @returns {Rule[]}
 */
export function importRules(root) {
  return [
    ...packageRules(folders(root, 'packages')),
    ...layerRules(folders(root, '.')),
    ...ownRules(root),
    ...pageRules(),
    {
      name: 'across-by-name',
      comment: 'A relative path into another workspace goes round what that workspace exports.',
      from: { path: '^((packages|platform|records|features|apps)/[^/]+|ui|bench)/' },
      to: {
        path: '^(packages|platform|records|features|apps|ui|bench)/',
        pathNot: '^$1/',
        dependencyTypesNot: ['aliased-workspace'],
      },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file, or lack a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that resolves to nothing escapes every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
  ].map((rule) => ({ ...rule, severity: /** @type {const} */ ('error') }));
}

/**
 * How every run reads the tree, so that the test's planted imports go the way the real ones do.
 * @type {import('dependency-cruiser').ICruiseOptions}
 */
export const CRUISE_OPTIONS = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(^|/)dist/' },
  tsPreCompilationDeps: true,
  combinedDependencies: true,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    mainFields: ['module', 'main', 'types', 'typings'],
  },
};

/**
 * @param {string[]} names
 * @returns {Rule[]}
 */
function packageRules(names) {
  const astray = names.filter((name) => !(name in PACKAGE_DIRECTION));
  if (astray.length > 0) {
    throw new Error(
      `packages/${astray.join(', packages/')}: no import direction; add it to PACKAGE_DIRECTION in tools/import-rules.mjs`,
    );
  }
  return names.flatMap((name) => {
    const from = { path: `^packages/${name}/`, pathNot: TEST_FILE };
    const npm = PACKAGE_NPM[name] ?? [];
    return [
      {
        name: `package-direction:${name}`,
        comment:
          'values ← guide ← policy ← forms; values ← selection, workflow; forms ← documents.',
        from: { path: `^packages/${name}/` },
        to: {
          path: '^packages/',
          pathNot: `^packages/${oneOf([name, ...(PACKAGE_DIRECTION[name] ?? [])])}/`,
        },
      },
      {
        name: `package-pure:${name}`,
        comment: 'Packages know no disk, network, clock or process.',
        from,
        to: { dependencyTypes: NODE },
      },
      {
        name: `package-npm:${name}`,
        comment: 'Packages stand on nothing but each other and the few npm packages named here.',
        from,
        to: npm.length > 0 ? { path: NPM, pathNot: `node_modules/${oneOf(npm)}/` } : { path: NPM },
      },
    ];
  });
}

/**
 * @param {string[]} top
 * @returns {Rule[]}
 */
function layerRules(top) {
  return Object.entries(LAYERS)
    .filter(([layer]) => top.includes(layer))
    .map(([layer, { may }]) => {
      const allowed = [layer, ...may, 'node_modules'];
      const foreign = top.filter((folder) => !allowed.includes(folder));
      return {
        name: `layer:${layer}`,
        comment: `${layer} imports ${may.join(', ') || 'nothing above it'}.`,
        from: { path: `^${layer}/`, pathNot: TEST_FILE },
        to: { path: `^${oneOf(foreign)}/` },
      };
    });
}

/**
 * One folder's neighbours in its layer are closed to it.
 * @param {string} root
 * @returns {Rule[]}
 */
function ownRules(root) {
  return Object.entries(LAYERS)
    .filter(([, { own }]) => !own)
    .flatMap(([layer]) =>
      folders(root, layer).map((name) => ({
        name: `apart:${layer}/${name}`,
        comment: 'What two of them need is a record or a package.',
        from: { path: `^${layer}/${name}/` },
        to: { path: `^${layer}/`, pathNot: `^${layer}/${name}/` },
      })),
    );
}

/**
 * Pages see contracts and the shared screen parts; what runs on the server can't reach a browser by any way round.
 * @returns {Rule[]}
 */
function pageRules() {
  return [
    {
      name: 'page-no-server',
      comment: 'A page imports contracts, ui, packages and platform/browser.',
      from: { path: '^features/.*\\.tsx$', pathNot: TEST_FILE },
      to: { path: SERVER_SIDE, reachable: true },
    },
    {
      name: 'page-records-by-contract',
      comment: 'Of a record a page sees the contract.',
      from: { path: '^features/.*\\.tsx$', pathNot: TEST_FILE },
      to: { path: '^records/', pathNot: '/contract[^/]*\\.ts$' },
    },
    {
      name: 'browser-no-node',
      comment: 'A browser has no Node.',
      from: { path: '^(features/.*\\.tsx$|ui/|platform/browser/)', pathNot: TEST_FILE },
      to: { dependencyTypes: NODE },
    },
    {
      name: 'web-no-server',
      comment: 'What the web app is built from runs in a browser.',
      from: {
        path: '^(apps/web|ui|platform/browser)/',
        pathNot: `${TEST_FILE}|vite\\.config\\.ts$`,
      },
      to: { path: SERVER_SIDE, reachable: true },
    },
  ];
}

/**
 * @param {string} root
 * @param {string} under
 */
function folders(root, under) {
  const folder = join(root, under);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => name !== 'node_modules')
    .sort();
}

/**
 * An alternative of no words matches nothing, where `()` would match everything.
 * @param {readonly string[]} words
 */
function oneOf(words) {
  return words.length > 0 ? `(${words.join('|')})` : '(?!)';
}

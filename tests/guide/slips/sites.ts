import type { Entry, Node } from '@fuchi/guide/yaml-text';
import { lex, type Token } from '@fuchi/policy/syntax/token';
import type { Role, Site } from './site.ts';
import { SourceTree } from './source-tree.ts';

const EXPRESSIONS: ReadonlySet<string> = new Set(
  '须 适用 得自 值 式 封顶 金额 比例 至多 当 范围 不超过 不少于'.split(' '),
);
const WORDS: ReadonlySet<string> = new Set(
  '类型 税 方式 强度 存 来自 余额 各分项之和 小数'.split(' '),
);
/** Maps whose keys are names an author makes up. */
const DECLARING: ReadonlySet<string> = new Set('申报事实 列 数'.split(' '));
const DECLARING_FILES: ReadonlySet<string> = new Set(
  'facts.yaml figures.yaml calendars.yaml definitions.yaml quotas.yaml'.split(' '),
);
/** Parts whose leaving out changes what is decided. */
const PARTS: ReadonlySet<string> = new Set(
  '条件 数 申报事实 列 计算 拨付 分组 互洽 材料 适用 除外 理解 选项 项目类别 领域 得自'.split(' '),
);
const LEAVES: ReadonlySet<string> = new Set(
  '适用 逐项 强度 刚性 意见 封顶 数量 合计 不可算 须先 定义 税 范围 小数 为准 各分项之和 余额 来自 不超过 不少于'.split(
    ' ',
  ),
);

/** Every place of a guide file where an operator may apply. */
export function sitesOf(file: string, source: string): Site[] {
  const tree = new SourceTree(file, source);
  const sites: Site[] = [];
  visit(tree.root, [], tree, sites);
  return sites;
}

function visit(node: Node, path: readonly string[], tree: SourceTree, sites: Site[]): void {
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      key(entry, path, tree, sites);
      visit(entry.value, [...path, entry.key], tree, sites);
    }
  } else if (node.kind === 'list') {
    for (const [i, item] of node.items.entries()) {
      const here = [...path, String(i)];
      if (PARTS.has(path.at(-1) ?? '') || (tree.file === 'facts.yaml' && path.at(-1) === '互洽')) {
        sites.push(part(itemStart(item, tree), here, tree));
      }
      visit(item, here, tree, sites);
    }
  } else {
    const role = roleOf(node.text, path, tree.file);
    if (role)
      sites.push(scalar(node.text, tree.offsetOf(node.at), node.folded === true, role, path, tree));
  }
}

function key(entry: Entry, path: readonly string[], tree: SourceTree, sites: Site[]): void {
  const at = tree.offsetOf(entry.keyAt);
  const here = [...path, entry.key];
  const within = path.at(-1) ?? '';
  const top = path.length === 0;
  const named =
    DECLARING.has(within) ||
    (top && DECLARING_FILES.has(tree.file) && entry.key !== '互洽') ||
    (/^\d+$/.test(within) && path.at(-2) === '计算' && entry.key !== '名' && isStep(entry));
  if (named) sites.push(scalar(entry.key, at, false, 'declared', here, tree));
  const clause = within === '条件' || (top && tree.file === 'call.yaml');
  if (clause) sites.push(scalar(entry.key, at, false, 'clause', here, tree));
  const whole =
    LEAVES.has(entry.key) ||
    ['条件', '数', '申报事实', '列'].includes(within) ||
    (top && [...DECLARING_FILES, 'call.yaml'].includes(tree.file) && entry.key !== '互洽');
  if (whole && !named) sites.push(part(quoteStart(at, tree), here, tree));
  else if (whole) sites.push(part(at, here, tree));
}

/** `- 名: 式`, where the key is the step's name. */
function isStep(entry: Entry): boolean {
  return !['式', '说', '条款'].includes(entry.key);
}

function quoteStart(at: number, tree: SourceTree): number {
  return /["']/.test(tree.source[at - 1] ?? '') ? at - 1 : at;
}

function itemStart(item: Node, tree: SourceTree): number {
  const at = quoteStart(
    tree.offsetOf(item.kind === 'map' ? (item.entries[0]?.keyAt ?? item.at) : item.at),
    tree,
  );
  const braced = item.kind === 'map' && tree.source[tree.offsetOf(item.at)] === '{';
  const from = braced ? tree.offsetOf(item.at) : at;
  if (tree.isFlow(from)) return from;
  return tree.source.lastIndexOf('-', from - 1);
}

function part(at: number, path: readonly string[], tree: SourceTree): Site {
  const [start, end] = tree.isFlow(at) ? tree.flow(at) : tree.block(at);
  return {
    file: tree.file,
    source: tree.source,
    path,
    role: 'entry',
    text: '',
    start,
    end,
    offset: (i) => start + i,
    tokens: [],
  };
}

function roleOf(text: string, path: readonly string[], file: string): Role | undefined {
  const name = path.findLast((p) => !/^\d+$/.test(p)) ?? '';
  if (file === 'readings.yaml') return name === '存' ? 'word' : undefined;
  if (file === 'training-directions.yaml' || file.startsWith('reference/')) return undefined;
  if (path.includes('条件') && path.length === 1) return undefined;
  if (EXPRESSIONS.has(name)) {
    if (file === 'definitions.yaml') return name === '适用' ? 'line' : undefined;
    return 'expression';
  }
  if (path.includes('计算') && path.at(-2)?.match(/^\d+$/) && !['名', '说', '条款'].includes(name))
    return 'expression';
  if (path.includes('计算') && name === '名') return 'declared';
  if (name === '理解' || name === '刚性') return 'reading';
  if (name === '项目类别' || name === '除外') return 'line';
  if (name === '合计') return 'quota-id';
  if (name === '逐项' || name === '意见' || name === '定义') return 'reference';
  if (name === '选项' || name === '领域') return 'option';
  if (WORDS.has(name)) return 'word';
  if (name === '条款') return 'clause';
  return text === '' ? undefined : undefined;
}

function scalar(
  text: string,
  at: number,
  folded: boolean,
  role: Role,
  path: readonly string[],
  tree: SourceTree,
): Site {
  const map = folded ? unfolded(text, at, tree.source) : undefined;
  const offset = (i: number) => map?.[i] ?? (map ? (map.at(-1) ?? at) + 1 : at + i);
  const tokens: readonly Token[] =
    role === 'expression' ? lex(text).tokens.filter((t) => t.kind !== 'end') : [];
  return {
    file: tree.file,
    source: tree.source,
    path,
    role,
    text,
    start: offset(0),
    end: offset(text.length - 1) + 1,
    offset,
    tokens,
  };
}

/** Where each character of a folded scalar stands: line breaks and indents became one space. */
function unfolded(text: string, at: number, source: string): number[] {
  const places: number[] = [];
  let here = source.indexOf('\n', at) + 1;
  for (const c of text) {
    while (c !== ' ' && c !== '\n' && /\s/.test(source[here] ?? '')) here++;
    places.push(here);
    here++;
  }
  return places;
}

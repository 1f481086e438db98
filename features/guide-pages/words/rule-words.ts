import { settle } from '@fuchi/policy/assess/settle';
import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import type { Checked, LiteralNode, Test } from '@fuchi/policy/checked-tree';

const NO_OTHER: ReadonlySet<string> = new Set();

/** An expression with every reading at its default, as a round without switches takes it. */
export function asRead(node: Checked): Checked {
  return settle(node, NO_OTHER);
}

/**
 * An expression as an official reads it, under the default readings.
 * @example ruleWords(min(10% * 项目总投入, 封顶), guide) // '10% × 项目总投入、封顶（2000万元）两者中较小的'
 */
export function ruleWords(node: Checked, guide: CheckedGuide): string {
  return say(asRead(node), guide.facts, 0);
}

type Facts = CheckedGuide['facts'];

/** How tightly the words around bind; what binds more loosely is put in brackets. */
function say(node: Checked, facts: Facts, around: number): string {
  const bracket = (level: number, words: string) => (around > level ? `（${words}）` : words);
  const part = (of: Checked, level: number) => say(of, facts, level);
  const truth = (of: Checked, level: number) =>
    of.type.kind === 'bool' && isName(of) ? `“${part(of, 9)}”为“是”` : part(of, level);
  switch (node.kind) {
    case 'literal':
      return literalWords(node);
    case 'reading':
      return node.id;
    case 'fact':
      return facts[node.fact]?.label ?? node.fact.replace(/^.*\//, '');
    case 'step':
      return node.step;
    case 'column':
      return columnLabel(facts, node.table, node.column);
    case 'compare':
      return bracket(3, `${part(node.left, 4)}${compareWords(node)}${part(node.right, 4)}`);
    case 'within':
      return bracket(3, `${part(node.of, 4)}${withinWords(node.tests, (of) => part(of, 4))}`);
    case 'has':
      return bracket(3, `${part(node.of, 4)}包括“${node.option}”`);
    case 'and':
      return bracket(2, node.items.map((i) => truth(i, 3)).join('，且'));
    case 'or':
      return bracket(1, node.items.map((i) => truth(i, 2)).join('，或者'));
    case 'not':
      return isName(node.of) ? `“${part(node.of, 9)}”为“否”` : `并非（${truth(node.of, 0)}）`;
    case 'arithmetic':
      return arithmeticWords(node, facts, around);
    case 'move':
      return `${part(node.date, 6)}${node.back ? '之前' : '之后'}${part(node.by, 6)}`;
    case 'negate':
      return `−${part(node.of, 7)}`;
    case 'if':
      return bracket(
        0,
        `${truth(node.when, 1)}的，为${part(node.whenTrue, 1)}；否则为${part(node.otherwise, 1)}`,
      );
    case 'least':
    case 'greatest':
      return bracket(4, choiceWords(node.kind === 'least' ? '小' : '大', node.items, facts));
    case 'round':
      return `${part(node.of, 6)}（${ROUNDING[node.mode]}）`;
    case 'between-dates':
      return `${part(node.from, 4)}到${part(node.to, 4)}的${{ days: '天数', months: '月数', years: '年数' }[node.unit]}`;
    case 'end-of-month':
      return `${part(node.of, 6)}所在月的月底`;
    case 'lookup':
      return `${part(node.at, 6)}当时的${node.table}（${node.column}）`;
    case 'attribute':
      return `${part(node.of, 6)}的${ATTRIBUTES[node.name]}`;
    case 'filter':
      return `${part(node.list, 6)}中${truth(node.keep, 1)}的`;
    case 'qualified':
      return `符合条件的${part(node.list, 6)}`;
    case 'project':
      return projectWords(node, facts);
    case 'aggregate':
      return `${part(node.list, 6)}${AGGREGATES[node.op]}`.replace('的的', '的');
    case 'some':
      return bracket(
        3,
        `${part(node.list, 6)}中至少有一${rowUnit(node.list, facts)}${truth(node.body, 1)}`,
      );
    case 'every':
      return bracket(
        3,
        `${part(node.list, 6)}每一${rowUnit(node.list, facts)}都是${truth(node.body, 1)}`,
      );
  }
}

const ROUNDING = {
  'half-up': '四舍五入',
  'half-even': '四舍六入五成双',
  up: '向上取整',
  down: '向下取整',
} as const;
const AGGREGATES = {
  sum: '的合计',
  count: '的数目',
  distinct: '（不重复）的数目',
  mean: '的平均',
  min: '的最小值',
  max: '的最大值',
} as const;
const ATTRIBUTES = { 省: '省份', 设区市: '设区市', 县级: '县（市、区）', 片区: '片区' } as const;

function isName(node: Checked): boolean {
  return node.kind === 'fact' || node.kind === 'column' || node.kind === 'step';
}

function literalWords({ type, value, written, name }: LiteralNode): string {
  if (type.kind === 'none') return '无';
  if (type.kind === 'bool') return value === 'true' ? '是' : '否';
  if (type.kind === 'choice' || type.kind === 'text') return `“${value}”`;
  const plain = written.replace('..', '至');
  return name === undefined || name === plain ? plain : `${name}（${plain}）`;
}

type Compare = Extract<Checked, { kind: 'compare' }>;

function compareWords({ op, left }: Compare): string {
  const dimension = left.type.kind === 'number' ? left.type.dimension : '';
  if (op === '=') return '为';
  if (op === '!=') return '不是';
  if (dimension === 'date' || dimension === 'count:年度') {
    return { '>=': '不早于', '<=': '不晚于', '>': '晚于', '<': '早于' }[op];
  }
  const few = dimension.startsWith('count:') || dimension === 'days' || dimension === 'months';
  return { '>=': few ? '不少于' : '不低于', '<=': '不超过', '>': '大于', '<': '小于' }[op];
}

function withinWords(tests: readonly Test[], words: (of: Checked) => string): string {
  const values = tests.flatMap((t) => (t.kind === 'value' ? [words(t.value)] : []));
  const ranges = tests.flatMap((t) => (t.kind === 'range' ? [rangeWords(t, words)] : []));
  const one =
    values.length === 1 ? `为${values[0]}` : values.length > 1 ? `为${values.join('、')}之一` : '';
  return [one, ...ranges].filter((w) => w !== '').join('或者');
}

type Range = Extract<Test, { kind: 'range' }>;

function rangeWords(range: Range, words: (of: Checked) => string): string {
  const { from, to, fromOpen, toOpen } = range;
  const name = namedBoth(from, to);
  const span = `${words(from)}${fromOpen ? '（不含）' : ''}至${words(to)}${toOpen ? '（不含）' : ''}`;
  return name === undefined ? `在${span}之间` : `在${name}内`;
}

/** A period with a name has it at both its ends. */
function namedBoth(from: Checked, to: Checked): string | undefined {
  if (from.kind !== 'literal' || to.kind !== 'literal' || from.name === undefined) return undefined;
  if (from.name !== to.name) return undefined;
  return literalWords(from);
}

type Arithmetic = Extract<Checked, { kind: 'arithmetic' }>;
const SIGNS = { '+': '加', '-': '减', '*': '×', '/': '÷' } as const;

function arithmeticWords({ op, left, right }: Arithmetic, facts: Facts, around: number): string {
  if ((op === '+' || op === '-') && isZero(right)) return say(left, facts, around);
  const level = op === '+' || op === '-' ? 5 : 6;
  const after = op === '-' || op === '/' ? level + 1 : level;
  const words = `${say(left, facts, level)} ${SIGNS[op]} ${say(right, facts, after)}`;
  return around > level ? `（${words}）` : words;
}

/** What a reading that isn't taken leaves behind. */
function isZero(node: Checked): boolean {
  return node.kind === 'literal' && node.type.kind === 'number' && node.value === '0/1';
}

function choiceWords(which: '小' | '大', items: readonly Checked[], facts: Facts): string {
  const said = items.map((i) => say(i, facts, 6));
  return `${said.join('、')}${said.length === 2 ? `两者中较${which}的` : `中最${which}的`}`;
}

type Project = Extract<Checked, { kind: 'project' }>;

function projectWords({ list, body }: Project, facts: Facts): string {
  return `${say(list, facts, 6)}各${rowUnit(list, facts)}的${say(body, facts, 7)}`;
}

/** The word one counts a table's rows by: 笔, 张, 期; 行 where it has none. */
function rowUnit(list: Checked, facts: Facts): string {
  if (list.kind === 'filter' || list.kind === 'qualified') return rowUnit(list.list, facts);
  const spec = list.kind === 'fact' ? facts[list.fact] : undefined;
  return spec?.unit || '行';
}

function columnLabel(facts: Facts, table: string, column: string): string {
  const path = table.split('.');
  let spec: FactSpec | undefined = facts[path[0] ?? ''];
  for (const id of path.slice(1)) spec = spec?.columns.find((c) => c.id === id);
  return spec?.columns.find((c) => c.id === column)?.label ?? column;
}

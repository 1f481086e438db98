import type { CompareOp, Syntax } from '@fuchi/policy/syntax/syntax-tree';
import type { Sense } from '../sense.ts';

/** What an expression's leaf is, how it binds there, and under which reading's other choice only. */
export interface Leaf {
  readonly node: Syntax & { kind: 'number' | 'date' | 'text' | 'name' };
  readonly sense: Sense;
  readonly otherwise: string;
  /** Counts days or rows, and states nothing: + 1天, count(…) = 1年度, 100%. */
  readonly mechanics: string;
}

interface Context {
  readonly sense: Sense;
  readonly otherwise: string;
  readonly step: boolean;
  /** The other side of the comparison counts rows. */
  readonly counting: boolean;
}

const OPS: Readonly<Record<CompareOp, Sense>> = {
  '>=': 'ge',
  '>': 'gt',
  '<=': 'le',
  '<': 'lt',
  '=': 'eq',
  '!=': 'free',
};
const FLIPPED: Readonly<Partial<Record<Sense, Sense>>> = { ge: 'le', gt: 'lt', le: 'ge', lt: 'gt' };

/**
 * The figures and names of an expression.
 * @param start how the expression as a whole binds: a cap 'le', an amount 'rate', a condition 'free'
 */
export function leavesOf(root: Syntax, start: Sense): Leaf[] {
  const leaves: Leaf[] = [];
  visit(root, { sense: start, otherwise: '', step: false, counting: false });
  return leaves;

  function visit(s: Syntax, c: Context): void {
    switch (s.kind) {
      case 'number':
      case 'date':
      case 'text':
      case 'name':
        leaves.push({
          node: s,
          sense: c.sense,
          otherwise: c.otherwise,
          mechanics: mechanicsOf(s, c),
        });
        break;
      case 'bool':
      case 'none':
      case 'reading':
        break;
      case 'path':
        visit(s.of, { ...c, sense: 'free' });
        break;
      case 'filter':
        visit(s.list, { ...c, sense: 'free' });
        visit(s.keep, { ...c, sense: 'free' });
        break;
      case 'some':
      case 'every':
      case 'for':
        visit(s.list, { ...c, sense: 'free' });
        visit(s.body, s.kind === 'for' ? c : { ...c, sense: 'free' });
        break;
      case 'compare': {
        const sense = OPS[s.op];
        const flat = { ...c, step: false };
        visit(s.left, { ...flat, sense: FLIPPED[sense] ?? sense, counting: counts(s.right) });
        visit(s.right, { ...flat, sense, counting: counts(s.left) });
        break;
      }
      case 'in':
        visit(s.of, { ...c, sense: 'free' });
        for (const test of s.tests) {
          if (test.kind === 'range') visit(test, c);
          else visit(test, { ...c, sense: test.kind === 'name' ? 'window' : 'eq' });
        }
        break;
      case 'range':
        visit(s.from, { ...c, sense: s.fromOpen ? 'gt' : 'ge' });
        visit(s.to, { ...c, sense: s.toOpen ? 'lt' : 'le' });
        break;
      case 'and':
      case 'or': {
        // An item that the default reading settles makes the others count under its other choice only.
        const settled = s.items.find((i) => byDefault(i) === (s.kind === 'or'));
        const reading = settled ? readingIn(settled) : '';
        for (const item of s.items) {
          visit(item, item !== settled && reading !== '' ? { ...c, otherwise: reading } : c);
        }
        break;
      }
      case 'if': {
        const standard = byDefault(s.when);
        const reading = readingIn(s.when);
        visit(s.when, { ...c, sense: 'free' });
        visit(s.whenTrue, standard === false ? { ...c, otherwise: reading } : c);
        visit(s.otherwise, standard === true ? { ...c, otherwise: reading } : c);
        break;
      }
      case 'arithmetic': {
        const step = s.op === '+' || s.op === '-';
        const sense = s.op === '*' || s.op === '/' ? factor(c.sense) : c.sense;
        visit(s.left, { ...c, sense, step });
        const right = s.op === '-' || s.op === '/' ? (FLIPPED[sense] ?? sense) : sense;
        visit(s.right, { ...c, sense: right, step });
        break;
      }
      case 'negate':
        visit(s.of, { ...c, sense: FLIPPED[c.sense] ?? c.sense });
        break;
      case 'call':
        call(s, c);
        break;
    }
  }

  function call(s: Syntax & { kind: 'call' }, c: Context): void {
    const limit: Sense | undefined = s.name === 'min' ? 'le' : s.name === 'max' ? 'ge' : undefined;
    for (const [i, arg] of s.args.entries()) {
      if (limit !== undefined && s.args.length > 1 && c.sense !== 'ge' && c.sense !== 'gt') {
        // min(20% * 投入, 500万元): what stands alone is the ceiling, what is multiplied the rate.
        const alone = arg.kind === 'number' || arg.kind === 'name';
        visit(arg, { ...c, sense: alone ? limit : 'rate' });
      } else if (s.name.startsWith('round') && i === 1) visit(arg, { ...c, sense: 'free' });
      else visit(arg, { ...c, sense: PASSED.has(s.name) ? c.sense : 'free' });
    }
  }
}

/** Functions through which a bound reaches what they are of. */
const PASSED = new Set([
  'min',
  'max',
  'round half up',
  'round half even',
  'round up',
  'round down',
]);

/** A factor of an amount is its rate; of a compared sum it keeps the comparison's sense. */
function factor(sense: Sense): Sense {
  return sense === 'le' || sense === 'ge' || sense === 'lt' || sense === 'gt' ? sense : 'rate';
}

function counts(s: Syntax): boolean {
  return s.kind === 'call' && (s.name === 'count' || s.name === 'distinct values');
}

function mechanicsOf(s: Leaf['node'], c: Context): string {
  if (s.kind !== 'number') return '';
  const { text, unit } = s;
  if (/^0(?:\.0*)?$/.test(text)) return '零';
  if (unit === '%' && text === '100') return '全部';
  if (text === '1' && c.step && (unit === '天' || unit === '日' || unit === '年度'))
    return '计数时加减一';
  if (text === '1' && c.counting && unit === '年度') return '有这一行';
  return '';
}

/** What a condition comes to under the default readings alone; undefined where facts decide. */
export function byDefault(s: Syntax): boolean | undefined {
  switch (s.kind) {
    case 'reading':
      return true;
    case 'bool':
      return s.value;
    case 'call': {
      const [only] = s.args;
      if (s.name !== 'not' || !only) return undefined;
      const of = byDefault(only);
      return of === undefined ? undefined : !of;
    }
    case 'and':
    case 'or': {
      const settling = s.kind === 'or';
      const items = s.items.map(byDefault);
      if (items.includes(settling)) return settling;
      return items.includes(undefined) ? undefined : !settling;
    }
    default:
      return undefined;
  }
}

export function readingIn(s: Syntax): string {
  if (s.kind === 'reading') return s.id;
  const inner = s.kind === 'call' ? s.args : s.kind === 'and' || s.kind === 'or' ? s.items : [];
  for (const part of inner) {
    const id = readingIn(part);
    if (id !== '') return id;
  }
  return '';
}

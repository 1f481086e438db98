import type { Faults } from './diagnostic.ts';
import { FACT_KINDS, type Fact, NUMBER_WORDS } from './fact.ts';
import type { Consistency } from './guide.ts';
import { readLink } from './read-link.ts';
import { MapReader } from './reader.ts';
import type { Entry, Node } from './yaml-text.ts';

const TAXES = ['含税', '不含税', '未写明'] as const;

/**
 * Reads a map id → fact. `depth` 0 is a fact, 1 a column, 2 a column of nested rows.
 * @param others keys that somebody else reads
 */
export function readFacts(
  entries: readonly Entry[],
  faults: Faults,
  depth = 0,
  others: readonly string[] = [],
): Fact[] {
  return entries.map((entry) => readFact(entry, faults, depth, others));
}

function readFact(entry: Entry, faults: Faults, depth: number, others: readonly string[]): Fact {
  const map = new MapReader(entry.value, faults);
  for (const key of others) map.has(key);
  const kind = map.word('类型', FACT_KINDS);
  if (kind === undefined && !map.has('类型')) {
    faults.add(entry.keyAt, 'missing-key', { key: '类型' });
  }
  const label = map.optional('名') ?? { text: entry.key, at: entry.keyAt };
  const columns = map.map('列');
  if (columns.length > 0 && kind !== '明细') {
    faults.add(map.keyAt('列'), 'columns-without-rows', { fact: entry.key });
  }
  if (kind === '明细' && columns.length === 0) {
    faults.add(entry.keyAt, 'missing-key', { key: '列' });
  }
  if (kind === '明细' && depth > 1) faults.add(entry.keyAt, 'rows-too-deep', { fact: entry.key });
  const options = map.texts('选项');
  if ((kind === '选项' || kind === '多选') && options.length === 0) {
    faults.add(entry.keyAt, 'missing-key', { key: '选项' });
  }
  const fact: Fact = {
    id: entry.key,
    at: entry.keyAt,
    label,
    kind: kind ?? '文字',
    unit: map.optional('单位'),
    range: map.optional('范围'),
    decimal: map.flag('小数'),
    options,
    definition: map.optional('定义'),
    tax: map.word('税', TAXES),
    says: map.optional('说')?.text ?? '',
    question: map.optional('问')?.text ?? '',
    certifier: map.optional('出具')?.text ?? '',
    evidence: map.texts('佐证').map((t) => t.text),
    decidedBy: map.optional('为准'),
    period: map.optional('所属期'),
    derivations: map.texts('得自'),
    columns: readFacts(columns, faults, depth + 1),
    supplied: map.word('来自', ['批次', '申报日期'] as const),
    statedBy: map.optional('填报')?.text ?? (depth === 0 ? '申报单位' : ''),
    number: map.word('不重复', NUMBER_WORDS),
    numberWith: map.texts('连同'),
    summed: map.word('合计', ['是', '否'] as const) !== '否',
    link: readLink(map.node('对应'), faults),
  };
  if (!fact.summed && (depth === 0 || fact.kind !== '金额')) {
    faults.add(map.keyAt('合计'), 'sum-outside-rows', { fact: entry.key });
  }
  if (fact.number !== undefined && (depth > 1 || fact.kind !== '文字')) {
    faults.add(map.keyAt('不重复'), 'number-outside-rows', { fact: entry.key });
  }
  if (fact.number === '发票代码' && depth === 0) {
    faults.add(map.keyAt('不重复'), 'code-outside-rows', { fact: entry.key });
  }
  if (fact.numberWith.length > 0 && (depth !== 1 || !isNumberedApart(fact.number))) {
    faults.add(map.keyAt('连同'), 'with-without-number', { fact: entry.key });
  }
  if (fact.link !== undefined && (depth !== 1 || fact.kind !== '文字')) {
    faults.add(map.keyAt('对应'), 'link-outside-rows', { fact: entry.key });
  }
  const words = fact.columns.flatMap(({ number }) => number ?? []);
  const twice = words.find((word, i) => words.indexOf(word) !== i);
  if (twice !== undefined) {
    faults.add(map.keyAt('列'), 'number-column-twice', { fact: entry.key, word: twice });
  }
  if (words.includes('发票代码') && !words.includes('发票')) {
    faults.add(map.keyAt('列'), 'code-without-number', { fact: entry.key });
  }
  map.close();
  return fact;
}

/** Invoices and their codes are numbered for the whole country: nothing beside them tells two apart. */
function isNumberedApart(number: Fact['number']): boolean {
  return number !== undefined && number !== '发票' && number !== '发票代码';
}

/** Reads a list of consistency rules (互洽). */
export function readConsistency(nodes: readonly Node[], faults: Faults): Consistency[] {
  return nodes.map((node) => {
    const map = new MapReader(node, faults);
    const rule: Consistency = {
      at: node.at,
      says: map.required('说').text,
      must: map.required('须'),
      clause: map.optional('条款'),
    };
    map.close();
    return rule;
  });
}

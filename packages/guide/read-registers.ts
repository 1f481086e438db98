import type { Faults } from './diagnostic.ts';
import type { Text } from './place.ts';
import { readFacts } from './read-fact.ts';
import { MapReader, mapNode, textOf } from './reader.ts';
import {
  type ColumnRole,
  REGISTER_SUBJECTS,
  type Register,
  type RegisterColumn,
  type Settlement,
  type SettlementExample,
} from './register.ts';
import type { Entry, Node } from './yaml-text.ts';

/** Column types that say whose row it is; the others are those of facts. */
const ROLES: Readonly<Record<string, ColumnRole>> = { 信用代码: 'code', 单位名称: 'name' };
/** Keys of a column that a fact doesn't have. */
const OWN_KEYS: readonly string[] = ['必填', '空', '又名'];

/** Reads `registers.yaml`, a map id → register. A guide without it has none. */
export function readRegisters(node: Node | undefined, faults: Faults): Register[] {
  if (node === undefined) return [];
  if (node.kind === 'map') return node.entries.map((entry) => readRegister(entry, faults));
  faults.add(node.at, 'not-a-map');
  return [];
}

function readRegister(entry: Entry, faults: Faults): Register {
  const map = new MapReader(entry.value, faults);
  const numbers = map.node('编号');
  const register: Register = {
    id: entry.key,
    at: entry.keyAt,
    title: map.required('名').text,
    keeper: map.required('公布').text,
    says: map.optional('说')?.text ?? '',
    yearly: map.flag('逐年'),
    subject: map.word('对象', REGISTER_SUBJECTS) ?? '申报单位',
    once: map.flag('一户一行'),
    unit: map.optional('单位'),
    validity: map.optional('有效期'),
    columns: map.map('列').map((column) => readColumn(column, faults)),
    numbers: numbers && readNumbers(numbers, faults),
    settles: map.map('得出').map((settled) => readSettlement(settled, faults)),
  };
  if (register.columns.length === 0) faults.add(entry.keyAt, 'missing-key', { key: '列' });
  map.close();
  return register;
}

function readColumn(entry: Entry, faults: Faults): RegisterColumn {
  const { value } = entry;
  const entries = value.kind === 'map' ? value.entries : [];
  const own = new MapReader(
    mapNode(
      value.at,
      entries.filter(({ key }) => OWN_KEYS.includes(key)),
    ),
    faults,
  );
  const kind = entries.find(({ key }) => key === '类型')?.value;
  const role = kind?.kind === 'text' ? ROLES[kind.text] : undefined;
  const plain = entries.map((e) =>
    role && e.key === '类型' && e.value.kind === 'text'
      ? { ...e, value: { ...e.value, text: '文字' } }
      : e,
  );
  const rest = value.kind === 'map' ? mapNode(value.at, plain) : value;
  const [fact] = readFacts([{ ...entry, value: rest }], faults, 1, OWN_KEYS);
  if (fact === undefined) throw new Error('one entry is one fact');
  const column: RegisterColumn = {
    fact,
    role: role ?? 'value',
    required: own.flag('必填'),
    emptyIsNone: own.word('空', ['无', '未知'] as const) === '无',
    aliases: own.texts('又名').map((t) => t.text),
  };
  own.close();
  return column;
}

function readNumbers(node: Node, faults: Faults): Register['numbers'] {
  const map = new MapReader(node, faults);
  const numbers = {
    at: map.at,
    kind: map.required('种类'),
    code: map.required('代码'),
    number: map.required('号码'),
  };
  map.close();
  return numbers;
}

function readSettlement(entry: Entry, faults: Faults): Settlement {
  const map = new MapReader(entry.value, faults);
  const settlement: Settlement = {
    at: entry.keyAt,
    fact: { text: entry.key, at: entry.keyAt },
    year: map.optional('年度'),
    value: map.optional('值'),
    column: map.optional('取列'),
    among: map.optional('于'),
    papers: map.texts('免交'),
    examples: map.list('例').map((example) => readExample(example, faults)),
  };
  const { value, column, among } = settlement;
  if ((value === undefined) === (column === undefined) || (value && among)) {
    faults.add(entry.keyAt, 'settled-one-way', { fact: entry.key });
  }
  map.close();
  return settlement;
}

function readExample(node: Node, faults: Faults): SettlementExample {
  const map = new MapReader(node, faults);
  const example: SettlementExample = {
    at: map.at,
    rows: map.list('在册').map((row) => readCells(row, faults)),
    day: map.optional('查询日期'),
    gives: map.required('得'),
  };
  map.close();
  return example;
}

function readCells(node: Node, faults: Faults): { column: Text; value: Text }[] {
  if (node.kind !== 'map') {
    faults.add(node.at, 'not-a-map');
    return [];
  }
  return node.entries.map(({ key, keyAt, value }) => ({
    column: { text: key, at: keyAt },
    value: textOf(value, faults),
  }));
}

import { type Diagnostic, Faults } from './diagnostic.ts';
import type {
  Category,
  DatedTable,
  Definition,
  Guide,
  JointQuota,
  Line,
  Reading,
} from './guide.ts';
import type { Text } from './place.ts';
import { readConsistency, readFacts } from './read-fact.ts';
import { readForms } from './read-forms.ts';
import { readConditions, readLine, readNamedValues } from './read-line.ts';
import { readRegisters } from './read-registers.ts';
import { readScreening } from './read-screening.ts';
import { readUntraced } from './read-untraced.ts';
import { MapReader, nearest } from './reader.ts';
import { type Node, readYaml } from './yaml-text.ts';

/** A guide folder's files: path inside the folder → text. */
export type GuideFiles = ReadonlyMap<string, string>;

const SINGLE = [
  'guide.yaml',
  'facts.yaml',
  'definitions.yaml',
  'calendars.yaml',
  'figures.yaml',
  'readings.yaml',
  'quotas.yaml',
  'call.yaml',
  'training-directions.yaml',
  'reference/regions.yaml',
] as const;

/**
 * Reads a guide folder. The structure is read as far as it can be, so that all faults are
 * found at once; the guide is meaningful only when there are none.
 * Files of `cases/` and `reference/` other than the ones named here are read by whoever owns them.
 * @example readGuide(new Map([['guide.yaml', …], …])) // { guide, faults: [] }
 */
export function readGuide(
  files: GuideFiles,
  digest = '',
): {
  guide: Guide;
  faults: Diagnostic[];
  /** Files that are missing or no YAML: what else seems wrong may only follow from that. */
  unread: readonly string[];
} {
  const faults = new Faults();
  const roots = new Map<string, Node>();
  const unread: string[] = [];
  for (const [path, source] of files) {
    const at = { file: path, line: 1, column: 1 };
    if (!isRead(path)) {
      if (!isOthers(path)) faults.add(at, 'stray-file', { path });
      continue;
    }
    const node = readYaml(path, source, faults);
    if (node) roots.set(path, node);
    else unread.push(path);
  }
  for (const path of SINGLE) {
    if (files.has(path)) continue;
    faults.add({ file: path, line: 1, column: 1 }, 'missing-file', { path });
    unread.push(path);
  }
  const root = (path: string): Node =>
    roots.get(path) ?? { kind: 'map', at: { file: path, line: 1, column: 1 }, entries: [] };
  const entries = (path: string) => {
    const node = root(path);
    if (node.kind === 'map') return node.entries;
    faults.add(node.at, 'not-a-map');
    return [];
  };

  const head = roots.has('guide.yaml') ? new MapReader(root('guide.yaml'), faults) : undefined;
  const categories = (head?.list('类别') ?? []).map((node) => readCategory(node, faults));
  const lines = readLines(roots, categories, new Set(unread), faults);
  const call = entries('call.yaml');
  const guide: Guide = {
    id: head?.required('指南').text ?? '',
    title: head?.required('名称').text ?? '',
    fund: head?.required('资金').text ?? '',
    year: head?.required('年度').text ?? '',
    version: head?.required('版本').text ?? '',
    province: head?.required('地区').text ?? '',
    authorities: head?.texts('主管部门').map((t) => t.text) ?? [],
    digest,
    units: head?.texts('计量单位').map((t) => t.text) ?? [],
    categories,
    definitions: entries('definitions.yaml').map((entry) => {
      const map = new MapReader(entry.value, faults);
      const definition: Definition = {
        id: entry.key,
        at: entry.keyAt,
        clause: map.required('条款'),
        says: map.required('说').text,
        includes: map.texts('包括').map((t) => t.text),
        excludes: map.texts('不包括').map((t) => t.text),
        tax: map.word('税', ['含税', '不含税', '未写明'] as const),
        scope: map.texts('适用'),
        readings: map.texts('理解'),
      };
      map.close();
      return definition;
    }),
    calendars: readNamedValues(entries('calendars.yaml'), faults),
    figures: readNamedValues(entries('figures.yaml'), faults),
    tables: [...roots].filter(([path]) => isTable(path)).map(([, node]) => readTable(node, faults)),
    facts: readFacts(
      entries('facts.yaml').filter((e) => e.key !== '互洽'),
      faults,
    ),
    consistency: readConsistency(
      entries('facts.yaml').flatMap((e) =>
        e.key === '互洽' && e.value.kind === 'list' ? e.value.items : [],
      ),
      faults,
    ),
    readings: entries('readings.yaml').map((entry) => {
      const map = new MapReader(entry.value, faults);
      const reading: Reading = {
        id: entry.key,
        at: entry.keyAt,
        clause: map.required('条款').text,
        point: map.required('问').text,
        standard: map.required('默认').text,
        other: map.optional('另解')?.text ?? '',
        form: map.word('存', ['数据', '文字'] as const) ?? '文字',
      };
      map.close();
      return reading;
    }),
    call: readConditions(call, faults),
    quotas: entries('quotas.yaml').map((entry) => {
      const map = new MapReader(entry.value, faults);
      const quota: JointQuota = {
        id: entry.key,
        at: entry.keyAt,
        clause: map.required('条款'),
        atMost: map.required('不超过'),
        lines: map.texts('项目类别'),
        divides: map.flag('各分项之和'),
      };
      map.close();
      return quota;
    }),
    ...readTrainingDirections(root('training-directions.yaml'), faults),
    screening: readScreening(root('screening.yaml'), faults),
    lines,
    forms: readForms(roots, faults),
    registers: readRegisters(roots.get('registers.yaml'), faults),
    untraced: readUntraced(roots.get('untraced.yaml'), faults),
    regions: toPlain(root('reference/regions.yaml')),
  };
  head?.close();
  return { guide, faults: faults.sorted(), unread };
}

/** Files a guide may do without. */
const OPTIONAL: readonly string[] = ['registers.yaml', 'screening.yaml', 'untraced.yaml'];

function isTable(path: string): boolean {
  return path === 'reference/lpr.yaml';
}

function isRead(path: string): boolean {
  return (
    (SINGLE as readonly string[]).includes(path) ||
    OPTIONAL.includes(path) ||
    isTable(path) ||
    /^(?:lines|forms)\/[^/]+\.yaml$/.test(path)
  );
}

/** Files that others read: worked cases, further reference data. */
function isOthers(path: string): boolean {
  return /^(?:cases|reference)\//.test(path);
}

function readCategory(node: Node, faults: Faults): Category {
  const map = new MapReader(node, faults);
  const category: Category = {
    number: map.required('编号').text,
    title: map.required('名称').text,
    items: map.list('分项').map((item) => {
      const m = new MapReader(item, faults);
      const read = {
        clause: m.required('条款').text,
        title: m.required('名称').text,
        says: m.optional('说')?.text ?? '',
        lines: m.texts('项目类别'),
      };
      m.close();
      return read;
    }),
  };
  map.close();
  return category;
}

/** Lines in the order in which the guide's categories name them. */
function readLines(
  roots: Map<string, Node>,
  categories: Category[],
  unread: ReadonlySet<string>,
  faults: Faults,
): Line[] {
  const read = new Map<string, Line>();
  for (const [path, node] of roots) {
    if (!path.startsWith('lines/')) continue;
    const line = readLine(node, faults);
    const named = path.slice('lines/'.length, -'.yaml'.length);
    if (line.id !== named) faults.add(line.at, 'line-file-name', { id: line.id, file: named });
    read.set(named, line);
  }
  const order: Text[] = categories.flatMap((c) => c.items.flatMap((i) => [...i.lines]));
  const ordered: Line[] = [];
  const seen = new Set<string>();
  for (const name of order) {
    const line = read.get(name.text);
    if (!line) {
      if (unread.has(`lines/${name.text}.yaml`)) continue;
      const near = nearest(name.text, [...read.keys()]) ?? '';
      faults.add(name.at, 'unknown-line', { name: name.text, nearest: near });
    } else if (seen.has(name.text)) faults.add(name.at, 'duplicate-line', { name: name.text });
    else ordered.push(line);
    seen.add(name.text);
  }
  for (const [id, line] of read) {
    const listed = seen.has(id) || unread.has('guide.yaml');
    if (!listed) faults.add(line.at, 'line-in-no-category', { id });
  }
  return ordered;
}

function readTable(node: Node, faults: Faults): DatedTable {
  const map = new MapReader(node, faults);
  const columns = map.texts('列').map((t) => t.text);
  const table: DatedTable = {
    id: map.required('表').text,
    at: node.at,
    title: map.required('名称').text,
    source: map.required('来源').text,
    columns,
    rows: map.list('行').map((row) => {
      const m = new MapReader(row, faults);
      const values = Object.fromEntries(columns.map((c) => [c, m.required(c)]));
      const read = { from: m.required('公布日期'), values };
      m.close();
      return read;
    }),
  };
  map.optional('说');
  map.close();
  return table;
}

function readTrainingDirections(
  node: Node,
  faults: Faults,
): Pick<Guide, 'trainingDirections' | 'trainingAnnex'> {
  const map = new MapReader(node, faults);
  const trainingDirections = map.list('方向').map((item) => {
    const m = new MapReader(item, faults);
    const direction = {
      at: m.at,
      group: m.required('重点方向').text,
      content: m.required('主要内容').text,
      audience: m.required('重点培训对象').text,
    };
    m.close();
    return direction;
  });
  const clause = map.optional('条款');
  const title = map.optional('名称');
  map.close();
  const number = /^附件(\d+(?:-\d+)+)$/.exec(clause?.text ?? '')?.[1];
  if (number === undefined || title === undefined) {
    return { trainingDirections, trainingAnnex: undefined };
  }
  return { trainingDirections, trainingAnnex: { at: map.at, number, title: title.text } };
}

/** A node as plain maps, lists and texts. */
export function toPlain(node: Node): unknown {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'list') return node.items.map(toPlain);
  return Object.fromEntries(node.entries.map((e) => [e.key, toPlain(e.value)]));
}

import type { Faults } from './diagnostic.ts';
import {
  type Form,
  type FormGrouping,
  type FormNote,
  HEADER_KINDS,
  type HeaderField,
  type IndicatorGroup,
  type LevelOne,
  type LevelTwo,
} from './form.ts';
import { readIndicator } from './read-indicator.ts';
import { MapReader } from './reader.ts';
import type { Entry, Node } from './yaml-text.ts';

const HEADINGS = 4;

/** Reads one file of `forms/`. Names it refers to are looked up by the forms package, which sees the whole guide. */
export function readForm(node: Node, faults: Faults): Form {
  const map = new MapReader(node, faults);
  const title = map.texts('名称').map((t) => t.text);
  for (const key of ['名称', '表头', '目标', '指标']) {
    if (!map.has(key)) faults.add(map.at, 'missing-key', { key });
  }
  const headings = map.texts('栏目').map((t) => t.text);
  if (headings.length !== HEADINGS) {
    faults.add(map.keyAt('栏目'), 'form-headings', { count: String(headings.length) });
  }
  const goals = map.texts('目标').map((t) => t.text);
  const yearly = map.has('目标') ? goals.length > 1 : undefined;
  const form: Form = {
    id: map.required('申报表').text,
    at: map.at,
    title,
    year: map.required('年度').text,
    header: map.list('表头').map((line) => readHeaderLine(line, faults)),
    goals,
    common: map.required('共性').text,
    countedFor: map.optional('口径'),
    headings,
    grouping: readGrouping(map.node('分类'), faults),
    levels: map.map('指标').map((entry) => readLevelOne(entry, yearly, faults)),
    own: map.required('个性').text,
    notes: map.list('说明').map((note) => readNote(note, faults)),
    pagesBefore: map.texts('另页'),
  };
  map.close();
  return form;
}

function readHeaderLine(node: Node, faults: Faults): readonly HeaderField[] {
  const fields = node.kind === 'list' ? node.items : [node];
  return fields.map((field): HeaderField => {
    if (field.kind === 'text') return { at: field.at, name: field.text, kind: '文字' };
    const map = new MapReader(field, faults);
    const read: HeaderField = {
      at: field.at,
      name: map.required('名').text,
      kind: map.word('类型', HEADER_KINDS) ?? '文字',
    };
    map.close();
    return read;
  });
}

function readGrouping(node: Node | undefined, faults: Faults): FormGrouping | undefined {
  if (node === undefined) return undefined;
  const map = new MapReader(node, faults);
  if (!map.has('选')) faults.add(map.at, 'missing-key', { key: '选' });
  const grouping: FormGrouping = {
    at: map.at,
    name: map.required('名').text,
    choose: map.word('选', ['一类', '不限'] as const) ?? '不限',
    boxes: map.flag('方框'),
  };
  map.close();
  return grouping;
}

function readLevelOne(entry: Entry, yearly: boolean | undefined, faults: Faults): LevelOne {
  return {
    at: entry.keyAt,
    name: entry.key,
    parts: entriesOf(entry, faults).map((part) => readLevelTwo(part, yearly, faults)),
  };
}

/** A list is rows for everybody; a map is rows by kind of project. */
function readLevelTwo(entry: Entry, yearly: boolean | undefined, faults: Faults): LevelTwo {
  const groups = entry.value.kind === 'list' ? [{ ...entry, key: '' }] : entriesOf(entry, faults);
  return {
    at: entry.keyAt,
    name: entry.key,
    groups: groups.map((group) => readGroup(group, yearly, faults)),
  };
}

function readGroup(entry: Entry, yearly: boolean | undefined, faults: Faults): IndicatorGroup {
  const rows = entry.value.kind === 'list' ? entry.value.items : [];
  if (entry.value.kind !== 'list') faults.add(entry.value.at, 'not-a-list');
  return {
    at: entry.keyAt,
    name: entry.key,
    indicators: rows.map((row) => readIndicator(row, yearly, faults)),
  };
}

function readNote(node: Node, faults: Faults): FormNote {
  const map = new MapReader(node, faults);
  const note: FormNote = {
    at: node.at,
    says: map.required('说').text,
    indicators: map.texts('指标'),
  };
  map.close();
  return note;
}

function entriesOf(entry: Entry, faults: Faults): readonly Entry[] {
  if (entry.value.kind === 'map') return entry.value.entries;
  faults.add(entry.value.at, 'not-a-map');
  return [];
}

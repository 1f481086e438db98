import type { Faults } from './diagnostic.ts';
import { INDICATOR_KINDS, type Indicator, type Measure, TENDENCIES } from './form.ts';
import { MapReader } from './reader.ts';
import type { Node } from './yaml-text.ts';

/**
 * Reads one printed row (三级指标). `yearly` says whether the form has 年度目标, in which case each row that is counted
 * must say how its years make up its target; undefined where the form doesn't say its goals.
 */
export function readIndicator(node: Node, yearly: boolean | undefined, faults: Faults): Indicator {
  const map = new MapReader(node, faults);
  const label = map.required('标').text;
  const choices = map.list('任选');
  const measures =
    choices.length > 0
      ? choices.map((choice) => {
          const m = new MapReader(choice, faults);
          const measure = readMeasure(m, faults);
          m.close();
          return measure;
        })
      : [readMeasure(map, faults)];
  const name = choices.length > 0 ? map.optional('名')?.text : measures[0]?.name;
  const counted = measures.some((m) => m.kind !== '文字' && m.kind !== '选项');
  const years = map.word('分年', ['累加', '水平'] as const);
  if (years !== undefined && yearly !== undefined && !(yearly && counted)) {
    faults.add(map.keyAt('分年'), 'form-yearly-without', { label });
  }
  if (years === undefined && yearly && counted && !map.has('分年')) {
    faults.add(map.at, 'missing-key', { key: '分年' });
  }
  const indicator: Indicator = {
    at: map.at,
    id: name || idOf(label),
    label,
    measures: choices.length > 0 ? measures : measures.map((m) => ({ ...m, name: '' })),
    wide: map.flag('跨栏'),
    repeated: readRepeated(map, faults),
    yearly: years,
    atLeast: map.optional('不少于'),
    partOf: map.optional('其中'),
    atMostOf: map.optional('不超过'),
    facts: map.texts('事实'),
    factsNotOf: map.texts('事实除外'),
    optionalFor: map.texts('可不填'),
    onlyFor: map.optional('限于'),
    doubt: map.optional('存疑')?.text ?? '',
  };
  map.close();
  return indicator;
}

function readMeasure(map: MapReader, faults: Faults): Measure {
  for (const key of ['类型', '取向']) {
    if (!map.has(key)) faults.add(map.at, 'missing-key', { key });
  }
  const kind = map.word('类型', INDICATOR_KINDS) ?? '文字';
  const options = map.texts('选项').map((t) => t.text);
  if (kind === '选项' && options.length === 0) {
    faults.add(map.at, 'missing-key', { key: '选项' });
  }
  return {
    at: map.at,
    name: map.optional('名')?.text ?? '',
    kind,
    unit: map.optional('单位')?.text ?? '',
    ownUnit: map.flag('自填单位'),
    decimal: map.flag('小数'),
    range: map.optional('范围'),
    options,
    tendency: map.word('取向', TENDENCIES) ?? '定性',
  };
}

function readRepeated(map: MapReader, faults: Faults): number {
  const text = map.optional('重复');
  if (text === undefined) return 0;
  if (/^[1-9]$/.test(text.text)) return Number(text.text);
  faults.add(text.at, 'form-repeated', { written: text.text });
  return 0;
}

/** A label without what stands in its brackets. @example idOf('CO2 减排(吨)') // 'CO2减排' */
export function idOf(label: string): string {
  return label.replace(/[（(][^（()）]*[)）]/gu, '').replace(/\s+/gu, '');
}

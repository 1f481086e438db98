import { Faults } from '@fuchi/guide/diagnostic';
import type { Place } from '@fuchi/guide/place';
import { toPlain } from '@fuchi/guide/read-guide';
import { MapReader } from '@fuchi/guide/reader';
import { readYaml } from '@fuchi/guide/yaml-text';

/** A worked example of a line, as an official writes it in `cases/<line>.yaml`. */
export interface Case {
  readonly at: Place;
  readonly id: string;
  readonly says: string;
  readonly asOf: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly round: RoundInput;
  readonly expected: Expected;
}

/** What a round supplies: its clocks, the call conditions it switches on, readings it takes otherwise. */
export interface RoundInput {
  readonly clocks: Readonly<Record<string, unknown>>;
  readonly call: readonly string[];
  readonly otherReadings: readonly string[];
}

export interface Expected {
  readonly verdict: '符合' | '不符合' | '待定' | undefined;
  readonly failing: readonly string[];
  readonly open: readonly string[];
  /** '480', '300..500', '300..' (no cap) or 无; undefined: not looked at. */
  readonly ceiling: string | undefined;
  readonly ifEligible: string | undefined;
  readonly cap: string | undefined;
  /** '300', '至多1000' or an interval, stage by stage. */
  readonly stages: readonly string[] | undefined;
  readonly conflicts: readonly string[] | undefined;
  /** The papers such an applicant hands in, by name. */
  readonly papers: readonly string[] | undefined;
}

/**
 * Reads a file of cases. Values are text as everywhere in a guide; 是, 否 and 无 stand for true, false and none,
 * an empty value for unknown. `同: 例` takes over the facts of an earlier case; those written here replace them.
 */
export function readCases(file: string, source: string): { cases: Case[]; faults: Faults } {
  const faults = new Faults();
  const root = readYaml(file, source, faults);
  if (root?.kind !== 'list') {
    if (root) faults.add(root.at, 'not-a-list');
    return { cases: [], faults };
  }
  const told = new Map<string, Readonly<Record<string, unknown>>>();
  const cases = root.items.map((node): Case => {
    const map = new MapReader(node, faults);
    const facts = map.node('事实');
    const round = map.node('批次');
    const expectedNode = map.node('应得');
    const like = map.optional('同');
    const base = like ? told.get(like.text) : {};
    if (like && !base) faults.add(like.at, 'unknown-case', { name: like.text });
    const read: Case = {
      at: node.at,
      id: map.required('例').text,
      says: map.required('说').text,
      asOf: map.optional('申报日期')?.text ?? null,
      facts: { ...base, ...(facts ? record(caseValue(toPlain(facts))) : {}) },
      round: {
        clocks: round ? record(caseValue(toPlain(round))) : {},
        call: map.texts('申报通知条件').map((t) => t.text),
        otherReadings: map.texts('另解').map((t) => t.text),
      },
      expected: readExpected(
        new MapReader(expectedNode ?? { kind: 'map', at: node.at, entries: [] }, faults),
      ),
    };
    map.close();
    told.set(read.id, read.facts);
    return read;
  });
  return { cases, faults };
}

function readExpected(map: MapReader): Expected {
  const list = (key: string) => (map.has(key) ? map.texts(key).map((t) => t.text) : undefined);
  const expected: Expected = {
    verdict: map.word('结论', ['符合', '不符合', '待定'] as const),
    failing: list('不符合') ?? [],
    open: list('待定') ?? [],
    ceiling: map.optional('上限')?.text,
    ifEligible: map.optional('符合时')?.text,
    cap: map.optional('封顶')?.text,
    stages: list('拨付'),
    conflicts: list('矛盾'),
    papers: list('材料'),
  };
  map.close();
  return expected;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** Plain YAML text as the input of an assessment. */
function caseValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(caseValue);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [
        k,
        k === 'none' || k === 'complete' ? v === 'true' : caseValue(v),
      ]),
    );
  }
  if (value === '是') return true;
  if (value === '否') return false;
  if (value === '无') return { none: true };
  return value === '' ? null : value;
}

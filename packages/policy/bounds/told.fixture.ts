import { regionsFrom } from '@fuchi/values/region';
import { orAbsent } from '../assess/absence.ts';
import type { CheckedGuide, FactSpec } from '../checked-guide.ts';
import { openDomain } from '../facts/open-domain.ts';
import { noneOf, readValue } from '../facts/read-value.ts';
import { type Domain, EITHER, type Item, type Num, type Row, YES } from './domain.ts';

/**
 * Facts as a page of docs/language tells them: `额 3万元；额二 未知；人数 10人、未知……`.
 * The columns of 班次 make its rows; …… stands for a list that isn't complete.
 * @param mayBeAbsent whether a fact that isn't told may be 无
 */
export function told(
  text: string,
  guide: CheckedGuide,
  mayBeAbsent: (fact: string) => boolean,
): Map<string, Domain> {
  const specs = Object.values(guide.facts);
  const untold = (s: FactSpec) => (mayBeAbsent(s.id) ? orAbsent(openDomain(s)) : openDomain(s));
  const facts = new Map(specs.map((s): [string, Domain] => [s.id, untold(s)]));
  const table = specs.find((s) => s.type.kind === 'rows');
  const columns = new Map<string, string[]>();
  let complete = true;
  for (const part of text.split('；').filter((p) => p !== '')) {
    const [name = '', ...rest] = part.split(' ');
    const value = rest.join(' ');
    const spec = guide.facts[name];
    if (spec) {
      if (value !== '未知') facts.set(name, domainOf(spec, value, guide));
      continue;
    }
    complete &&= !value.endsWith('……');
    const cells = value.replace(/……$/, '');
    columns.set(name, cells === '（没有）' ? [] : cells.split('、'));
  }
  if (!table || columns.size === 0) return facts;
  const length = Math.max(...[...columns.values()].map((c) => c.length));
  const items = Array.from({ length }, (_, i): Item<Row> => {
    const cells = table.columns.map((c): [string, Domain] => {
      const cell = columns.get(c.id)?.[i] ?? '未知';
      return [c.id, cell === '未知' ? openDomain(c) : domainOf(c, cell, guide)];
    });
    return { value: { number: i + 1, cells: new Map(cells) }, member: YES, row: i + 1 };
  });
  const any = new Map(table.columns.map((c): [string, Domain] => [c.id, openDomain(c)]));
  const rest = complete ? undefined : { value: { number: 0, cells: any }, member: EITHER, row: 0 };
  return facts.set(table.id, { kind: 'rows', items, rest });
}

function domainOf(spec: FactSpec, value: string, guide: CheckedGuide): Domain {
  if (value === '无') {
    const none = noneOf(spec);
    if (!none) throw new Error(`${spec.id} can't be 无`);
    return none;
  }
  const range = /^在 ([[(])(.+)\.\.(.+)([\])])$/.exec(value);
  if (range) {
    const [lo, hi] = [one(spec, range[2] ?? '', guide), one(spec, range[3] ?? '', guide)] as Num[];
    return { ...(lo as Num), hi: hi?.hi, loOpen: range[1] === '(', hiOpen: range[4] === ')' };
  }
  return one(spec, value, guide);
}

function one(spec: FactSpec, value: string, guide: CheckedGuide): Domain {
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const context = { units: new Set(guide.guide.units), regions: regions.value };
  const read = readValue(spec, value, undefined, context);
  if (!read.ok) throw new Error(`${spec.id} ${value}: ${read.code}`);
  return read.domain;
}

import { type Form, type Indicator, indicatorsOf, kindsOf } from '@fuchi/guide/form';
import { nearest } from '@fuchi/guide/reader';
import { isBlankTarget } from '../check/asked-rows.ts';
import { isBlank } from '../check/says-nothing.ts';
import { type Filling, NO_TARGET, type OwnIndicator, type Target } from '../filling.ts';
import { MOST_GOAL, MOST_ROWS, MOST_TEXT, MOST_YEARS } from '../filling-limits.ts';
import { isYearly } from '../filling-years.ts';
import { hasOwnUnit, measureKey } from '../measure-choice.ts';
import { clipped, type FillingFault, FillingFaults } from './filling-fault.ts';
import { readText } from './read-text.ts';

/** A filling that could be read, as far as it could, and everything that couldn't. */
export interface ReadFilling {
  readonly filling: Filling;
  readonly faults: readonly FillingFault[];
}

type Path = readonly string[];

/**
 * Reads a filling that a person or a program wrote as JSON. Lenient where nothing can be mistaken: a target may be a
 * plain value, one target or a list of them; a row goes by its id or its official label. Names the form doesn't know
 * are refused with the nearest; what is good survives. Whether it is complete and right is for checkFilling.
 * @example readFilling(form, { header: { 项目名称: '…' }, targets: { 项目总投入: '3000' } }).filling.targets
 */
export function readFilling(form: Form, input: unknown): ReadFilling {
  return new FillingReader(form).read(input);
}

const KEYS = ['form', 'header', 'goals', 'kinds', 'targets', 'own'] as const;
const TARGET_KEYS = ['value', 'measure', 'unit', 'about', 'years'] as const;
const OWN_KEYS = ['name', 'unit', 'value', 'years'] as const;

class FillingReader {
  private readonly faults = new FillingFaults();
  private readonly form: Form;
  private readonly indicators: readonly Indicator[];

  constructor(form: Form) {
    this.form = form;
    this.indicators = indicatorsOf(form).map((place) => place.indicator);
  }

  read(input: unknown): ReadFilling {
    const { form, faults } = this;
    const map = this.mapOf([], input);
    this.refuseOthers([], map, KEYS);
    const named = map['form'] ?? form.id;
    if (named !== form.id) {
      faults.add(['form'], 'other-form', { given: clipped(String(named)), form: form.id });
    }
    const names = form.header.flat().map((field) => field.name);
    const filling: Filling = {
      form: form.id,
      header: this.texts(['header'], map['header'], names, MOST_TEXT),
      goals: this.texts(['goals'], map['goals'], form.goals, MOST_GOAL),
      kinds: this.kinds(map['kinds']),
      targets: this.targets(map['targets']),
      own: this.own(map['own']),
    };
    return { filling, faults: faults.list };
  }

  private texts(
    path: Path,
    input: unknown,
    names: readonly string[],
    most: number,
  ): Filling['header'] {
    const map = this.mapOf(path, input);
    this.refuseOthers(path, map, names);
    const told = names.map((name): [string, string] => [
      name,
      this.text([...path, name], map[name], most),
    ]);
    return Object.fromEntries(told.filter(([, text]) => text !== ''));
  }

  private kinds(input: unknown): readonly string[] {
    const kinds = kindsOf(this.form);
    const list = this.listOf(['kinds'], input, kinds.length + MOST_ROWS);
    const given = list.map((kind, i) => this.text(['kinds', String(i)], kind, MOST_TEXT).trim());
    for (const [i, kind] of given.entries()) {
      if (kind === '' || kinds.includes(kind)) continue;
      const facts = {
        name: clipped(kind),
        nearest: nearest(kind, kinds) ?? '',
        words: kinds.join('、'),
      };
      this.faults.add(['kinds', String(i)], 'kind-unknown', facts);
    }
    return kinds.filter((kind) => given.includes(kind));
  }

  private targets(input: unknown): Filling['targets'] {
    const map = this.mapOf(['targets'], input);
    const names = this.indicators.flatMap(({ id, label }) => [id, label]);
    this.refuseOthers(['targets'], map, names);
    const told = this.indicators.flatMap((indicator): [string, readonly Target[]][] => {
      const { id, label } = indicator;
      if (id !== label && map[id] !== undefined && map[label] !== undefined) {
        this.faults.add(['targets', label], 'target-twice', { name: id });
      }
      const rows = this.rows(indicator, map[id] ?? map[label]);
      return rows.length === 0 ? [] : [[id, rows]];
    });
    return Object.fromEntries(told);
  }

  private rows(indicator: Indicator, input: unknown): readonly Target[] {
    const path = ['targets', indicator.id];
    const list = this.listOf(path, input, MOST_ROWS);
    if (indicator.repeated === 0 && list.length > 1) {
      this.faults.add(path, 'row-not-repeated', { count: String(list.length) });
    }
    const taken = indicator.repeated === 0 ? list.slice(0, 1) : list;
    const rows = taken.map((row, i) => this.target(indicator, [...path, String(i)], row));
    return withoutLast(rows, isBlankTarget);
  }

  private target(indicator: Indicator, path: Path, input: unknown): Target {
    if (!isRecord(input))
      return { ...NO_TARGET, value: this.text([...path, 'value'], input, MOST_TEXT) };
    this.refuseOthers(path, input, TARGET_KEYS);
    const part = (key: 'value' | 'measure' | 'unit' | 'about') =>
      this.text([...path, key], input[key], MOST_TEXT);
    const [only, ...others] = indicator.measures;
    // Who names the only measure there is says nothing wrong.
    const choice = part('measure');
    const same = others.length === 0 && only !== undefined && choice.trim() === measureKey(only);
    const unit = part('unit');
    const printed =
      !hasOwnUnit(indicator) && indicator.measures.some((m) => m.unit === unit.trim());
    return {
      value: part('value'),
      measure: same ? '' : this.allowed([...path, 'measure'], choice, others.length > 0),
      unit: printed ? '' : this.allowed([...path, 'unit'], unit, hasOwnUnit(indicator)),
      about: this.allowed([...path, 'about'], part('about'), indicator.repeated > 0),
      years: this.years([...path, 'years'], input['years'], indicator.yearly !== undefined),
    };
  }

  private own(input: unknown): readonly OwnIndicator[] {
    const yearly = isYearly(this.form);
    const rows = this.listOf(['own'], input, MOST_ROWS).map((row, i): OwnIndicator => {
      const path = ['own', String(i)];
      const map = this.mapOf(path, row);
      this.refuseOthers(path, map, OWN_KEYS);
      return {
        name: this.text([...path, 'name'], map['name'], MOST_TEXT),
        unit: this.text([...path, 'unit'], map['unit'], MOST_TEXT),
        value: this.text([...path, 'value'], map['value'], MOST_TEXT),
        years: this.years([...path, 'years'], map['years'], yearly),
      };
    });
    return withoutLast(rows, ({ name, unit, value, years }) =>
      [name, unit, value, ...Object.values(years)].every(isBlank),
    );
  }

  private years(path: Path, input: unknown, yearly: boolean): Target['years'] {
    const entries = Object.entries(this.mapOf(path, input));
    if (entries.length > MOST_YEARS) {
      this.faults.add(path, 'too-many-years', { most: String(MOST_YEARS) });
    }
    const told = entries.slice(0, MOST_YEARS).flatMap(([year, value]): [string, string][] => {
      const at = [...path, clipped(year)];
      const text = this.allowed(at, this.text(at, value, MOST_TEXT), yearly);
      if (/^(?:19|20|21)\d\d$/.test(year)) return text === '' ? [] : [[year, text]];
      this.faults.add(at, 'not-a-year', { given: clipped(year) });
      return [];
    });
    return Object.fromEntries(told);
  }

  /** A part the row has no place for must be empty. */
  private allowed(path: Path, text: string, has: boolean): string {
    if (has || isBlank(text)) return has ? text : '';
    this.faults.add(path, 'part-without-place', { given: clipped(text) });
    return '';
  }

  private text(path: Path, value: unknown, most: number): string {
    const read = readText(value);
    if (!read.ok) this.faults.add(path, read.code);
    else if (read.text.length <= most) return read.text;
    else
      this.faults.add(path, 'text-too-long', {
        count: String(read.text.length),
        most: String(most),
      });
    return '';
  }

  private mapOf(path: Path, input: unknown): Readonly<Record<string, unknown>> {
    if (input === undefined || input === null) return {};
    if (isRecord(input)) return input;
    this.faults.add(path, 'not-a-map');
    return {};
  }

  /** A list, or one alone; nothing is an empty list. */
  private listOf(path: Path, input: unknown, most: number): readonly unknown[] {
    if (input === undefined || input === null) return [];
    const list: readonly unknown[] = Array.isArray(input) ? input : [input];
    if (list.length > most) {
      this.faults.add(path, 'too-many-rows', { count: String(list.length), most: String(most) });
    }
    return list.slice(0, most);
  }

  private refuseOthers(
    path: Path,
    map: Readonly<Record<string, unknown>>,
    names: readonly string[],
  ): void {
    for (const name of Object.keys(map)) {
      if (this.faults.full) return;
      if (names.includes(name)) continue;
      const near = nearest(name, names) ?? '';
      this.faults.add([...path, clipped(name)], 'name-unknown', {
        name: clipped(name),
        nearest: near,
      });
    }
  }
}

function withoutLast<Row>(rows: readonly Row[], isEmpty: (row: Row) => boolean): readonly Row[] {
  const last = rows.findLastIndex((row) => !isEmpty(row));
  return rows.slice(0, last + 1);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

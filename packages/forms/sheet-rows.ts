import {
  type Form,
  type Indicator,
  type IndicatorGroup,
  indicatorsOf,
  kindsOf,
  type LevelOne,
  type LevelTwo,
} from '@fuchi/guide/form';
import { addressText, type FieldAddress, ownAt, targetAt } from './field-address.ts';
import { type Filling, NO_TARGET, type OwnIndicator } from './filling.ts';
import { MOST_ROWS } from './filling-limits.ts';
import { yearsOf } from './filling-years.ts';
import { hasOwnUnit, measureKey } from './measure-choice.ts';

/**
 * A form as the rows of a spreadsheet: what stands beside the cells, and the cells that are filled in. How it looks is
 * the writer's business; that each cell is known again by its address, however the sheet was saved since, is not:
 * see sheet-map.ts.
 */
export interface SheetRow {
  readonly section: 'header' | 'goal' | 'kind' | 'target' | 'own';
  /** Levels 1 and 2 and the kind of project, '' where the row stands under none. */
  readonly one: string;
  readonly two: string;
  readonly group: string;
  /** The official label, of a repeated row with its number; '' for 个性指标, which the applicant names. */
  readonly label: string;
  /** As printed; '' where none is, or where several may be chosen. */
  readonly unit: string;
  readonly cells: readonly SheetCell[];
}

/**
 * A cell that is filled in. Its content is always text, also where it counts: a spreadsheet would round a number, turn
 * 98% into 0.98 and a date into a count of days.
 */
export interface SheetCell {
  readonly address: FieldAddress;
  /** What the cell asks for: the heading of its column. */
  readonly heading: string;
  readonly kind: 'text' | 'long-text' | 'number' | 'date' | 'choice' | 'tick';
  /** What is filled in; '' for nothing. */
  readonly text: string;
  /** What may be filled in, where that is a closed list. */
  readonly choices: readonly string[];
}

/** What ticks a kind of project. */
export const TICK = '√';

/** Rows beyond those printed or filled, for repeated rows and for 个性指标. */
const SPARE = 3;

/**
 * All rows of a form in their printed order, with what is filled in.
 * @example sheetRows(form, blankFilling(form.id)).flatMap((row) => row.cells).map((cell) => addressText(cell.address))
 */
export function sheetRows(form: Form, filling: Filling): readonly SheetRow[] {
  const years = yearsOf(form, filling);
  return [
    ...form.header.flat().map(({ name, kind }) =>
      plainRow('header', name, {
        address: { kind: 'header', name },
        heading: name,
        kind: kind === '日期' ? 'date' : 'text',
        text: filling.header[name] ?? '',
        choices: [],
      }),
    ),
    ...form.goals.map((name) =>
      plainRow('goal', name, {
        address: { kind: 'goal', name },
        heading: name,
        kind: 'long-text',
        text: filling.goals[name] ?? '',
        choices: [],
      }),
    ),
    ...kindsOf(form).map((name) =>
      plainRow('kind', name, {
        address: { kind: 'kind', name },
        heading: form.grouping?.name ?? '',
        kind: 'tick',
        text: filling.kinds.includes(name) ? TICK : '',
        choices: [TICK],
      }),
    ),
    ...indicatorsOf(form).flatMap((place) => targetRows(form, place, filling, years)),
    ...ownRows(form, filling.own, years),
  ];
}

/** All cells of a form by the text of their address. */
export function sheetCells(form: Form, filling: Filling): ReadonlyMap<string, SheetCell> {
  const cells = sheetRows(form, filling).flatMap((row) => row.cells);
  return new Map(cells.map((cell) => [addressText(cell.address), cell]));
}

function plainRow(section: SheetRow['section'], label: string, cell: SheetCell): SheetRow {
  return { section, one: '', two: '', group: '', label, unit: '', cells: [cell] };
}

interface IndicatorPlace {
  readonly one: LevelOne;
  readonly two: LevelTwo;
  readonly group: IndicatorGroup;
  readonly indicator: Indicator;
}

function targetRows(
  form: Form,
  { one, two, group, indicator }: IndicatorPlace,
  filling: Filling,
  years: readonly string[],
): readonly SheetRow[] {
  const targets = filling.targets[indicator.id] ?? [];
  const [measure, ...others] = indicator.measures;
  const count = indicator.repeated === 0 ? 1 : roomFor(targets.length, indicator.repeated);
  return Array.from({ length: count }, (_, index) => ({
    section: 'target',
    one: one.name,
    two: two.name,
    group: group.name,
    label: indicator.repeated === 0 ? indicator.label : numbered(indicator.label, index),
    unit: others.length === 0 ? (measure?.unit ?? '') : '',
    cells: targetCells(form, indicator, index, targets[index] ?? NO_TARGET, years),
  }));
}

/** The label of a repeated row, as printed. @example numbered('单位产品能耗', 0) // '单位产品能耗 01' */
export function numbered(label: string, index: number): string {
  return `${label} ${String(index + 1).padStart(2, '0')}`;
}

function targetCells(
  form: Form,
  indicator: Indicator,
  index: number,
  target: typeof NO_TARGET,
  years: readonly string[],
): readonly SheetCell[] {
  const { id, measures } = indicator;
  const counted = measures.every((m) => m.kind !== '文字' && m.kind !== '选项');
  const [only, ...others] = measures;
  const options = others.length === 0 ? (only?.options ?? []) : [];
  const value: SheetCell = {
    address: targetAt(id, index, 'value'),
    heading: form.headings.at(-1) ?? '',
    kind: options.length > 0 ? 'choice' : counted ? 'number' : 'text',
    text: target.value,
    choices: options,
  };
  const cells = [value];
  if (others.length > 0) {
    cells.push({
      address: targetAt(id, index, 'measure'),
      heading: '所选计量',
      kind: 'choice',
      text: target.measure,
      choices: measures.map(measureKey),
    });
  }
  if (hasOwnUnit(indicator)) {
    cells.push(textCell(targetAt(id, index, 'unit'), '单位', target.unit));
  }
  if (indicator.repeated > 0) {
    cells.push(textCell(targetAt(id, index, 'about'), '产品或项目', target.about));
  }
  if (indicator.yearly === undefined) return cells;
  return [...cells, ...yearCells(years, target.years, (year) => targetAt(id, index, 'year', year))];
}

function ownRows(
  form: Form,
  own: readonly OwnIndicator[],
  years: readonly string[],
): readonly SheetRow[] {
  return Array.from({ length: roomFor(own.length, 0) }, (_, index) => {
    const row = own[index];
    return {
      section: 'own',
      one: form.own,
      two: '',
      group: '',
      label: '',
      unit: '',
      cells: [
        textCell(ownAt(index, 'name'), form.headings.at(-2) ?? '', row?.name ?? ''),
        textCell(ownAt(index, 'value'), form.headings.at(-1) ?? '', row?.value ?? ''),
        textCell(ownAt(index, 'unit'), '单位', row?.unit ?? ''),
        ...yearCells(years, row?.years ?? {}, (year) => ownAt(index, 'year', year)),
      ],
    };
  });
}

function roomFor(filled: number, printed: number): number {
  return Math.min(Math.max(filled, printed) + SPARE, MOST_ROWS);
}

function yearCells(
  years: readonly string[],
  told: Readonly<Record<string, string>>,
  addressOf: (year: string) => FieldAddress,
): readonly SheetCell[] {
  return years.map((year) => ({
    address: addressOf(year),
    heading: `${year}年目标`,
    kind: 'number',
    text: told[year] ?? '',
    choices: [],
  }));
}

function textCell(address: FieldAddress, heading: string, text: string): SheetCell {
  return { address, heading, kind: 'text', text, choices: [] };
}

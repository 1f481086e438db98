import { type Asked, askedRows } from '@fuchi/forms/check/asked-rows';
import type { Filling } from '@fuchi/forms/filling';
import { numbered } from '@fuchi/forms/sheet-rows';
import { targetRows } from '@fuchi/forms/typed-text';
import {
  type Form,
  type Indicator,
  type IndicatorGroup,
  indicatorsOf,
  type LevelOne,
  type LevelTwo,
} from '@fuchi/guide/form';

/** A heading merged down over the lines below it, at the first of them. */
export interface Merged {
  readonly name: string;
  readonly rows: number;
}

/** A line of the table: one target, or the place where a repeated row gets another. */
export interface FormLine {
  readonly key: string;
  readonly one: Merged | undefined;
  readonly two: Merged | undefined;
  /** Undefined too where the label takes the group's column. */
  readonly group: Merged | undefined;
  /** The kind of project the line belongs to; '' for everybody's. */
  readonly kind: string;
  /** The levels above the label, as somebody hears them who sees no table. */
  readonly levels: readonly string[];
  readonly indicator: Indicator;
  readonly label: string;
  /** Which target of the indicator; undefined where another one is added. */
  readonly index: number | undefined;
  readonly asked: Asked;
}

interface Place {
  readonly one: LevelOne;
  readonly two: LevelTwo;
  readonly group: IndicatorGroup;
}

/** All lines of a form's table in printed order, 个性指标 apart. */
export function formLines(form: Form, filling: Filling): readonly FormLine[] {
  const asked = new Map(askedRows(form, filling).map((row) => [row.indicator.id, row.asked]));
  const rows = indicatorsOf(form).flatMap((row) =>
    indexesOf(form, filling, row.indicator).map((index) => ({ ...row, index })),
  );
  return rows.map(({ one, two, group, indicator, index }, i) => {
    const begins = (level: keyof Place) => rows[i - 1]?.[level] !== rows[i]?.[level];
    const merged = (level: keyof Place, name: string): Merged | undefined =>
      begins(level)
        ? { name, rows: rows.filter((r) => r[level] === rows[i]?.[level]).length }
        : undefined;
    const { id, label, repeated, wide } = indicator;
    return {
      key: `${id}/${index ?? '+'}`,
      one: merged('one', one.name),
      two: merged('two', two.name),
      group: group.name === '' || wide ? undefined : merged('group', group.name),
      kind: group.name,
      levels: [one.name, two.name, group.name].filter((name) => name !== ''),
      indicator,
      label: repeated > 0 && index !== undefined ? numbered(label, index) : label,
      index,
      asked: asked.get(id) ?? 'yes',
    };
  });
}

/** Whether a line belongs to a kind of project that isn't chosen. */
export function isOff({ asked }: FormLine): boolean {
  return asked === 'no' || asked === 'open';
}

function indexesOf(form: Form, filling: Filling, indicator: Indicator) {
  const indexes = targetRows(form, filling, indicator.id).map((_, i): number | undefined => i);
  return indicator.repeated > 0 ? [...indexes, undefined] : indexes.slice(0, 1);
}

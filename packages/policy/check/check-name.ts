import { nearest } from '@fuchi/guide/reader';
import { type Checked, REGION_ATTRIBUTES, type RegionAttribute } from '../checked-tree.ts';
import type { Syntax } from '../syntax/syntax-tree.ts';
import { DATE, TEXT, typeName } from '../value-type.ts';
import { BROKEN, type ExpressionContext, report } from './expression-context.ts';

/** What a bare name stands for: a column of the innermost row, a fact, a step or a figure. */
export function checkName(name: string, s: { start: number }, c: ExpressionContext): Checked {
  // The innermost row whose columns may stand bare decides; a fact of the same name would be a trap.
  const frame = c.frames.findLastIndex((f) => f.item === undefined && f.shape.columns.has(name));
  const meaning = c.scope.names.get(name);
  if (frame >= 0) {
    if (meaning) return report(c, s, 'name-has-two-meanings', { name });
    return column(frame, name, s, c);
  }
  if (meaning?.kind === 'fact') return { kind: 'fact', type: meaning.type, fact: name };
  if (meaning?.kind === 'step') return { kind: 'step', type: meaning.type, step: name };
  if (meaning?.kind === 'named') return meaning.node;
  const words = [
    ...c.scope.names.keys(),
    ...c.frames.flatMap((f) => [...f.shape.columns.keys(), f.item ?? '']),
  ];
  return report(c, s, 'unknown-name', { name, nearest: nearest(name, words) ?? '' });
}

function column(frame: number, name: string, s: { start: number }, c: ExpressionContext): Checked {
  const shape = c.frames[frame]?.shape;
  const type = shape?.columns.get(name);
  if (!shape || !type) {
    const near = nearest(name, [...(shape?.columns.keys() ?? [])]) ?? '';
    return report(c, s, 'unknown-column', { name, nearest: near, table: shape?.table ?? '' });
  }
  return { kind: 'column', type, frame, table: shape.table, column: name };
}

/** `甲.乙`: a column of a row, an attribute of a region, an end of a period, or a column of all rows. */
export function checkPath(s: Syntax & { kind: 'path' }, c: ExpressionContext): Checked {
  const nameAt = { start: s.nameStart };
  if (s.of.kind === 'name') {
    const item = s.of.name;
    const frame = c.frames.findLastIndex((f) => f.item === item);
    if (frame >= 0) return column(frame, s.name, nameAt, c);
  }
  const of = c.check(s.of, c);
  if (of.type.kind === 'unknown') return BROKEN;
  if (of.type.kind === 'region') {
    const name = REGION_ATTRIBUTES.find((a) => a === s.name);
    if (!name) {
      return report(c, nameAt, 'unknown-attribute', {
        name: s.name,
        words: REGION_ATTRIBUTES.join('、'),
      });
    }
    return { kind: 'attribute', type: TEXT, of, name: name satisfies RegionAttribute };
  }
  if (
    of.type.kind === 'period' &&
    (s.name === '开始' || s.name === '结束') &&
    of.kind === 'literal'
  ) {
    const [from, to] = of.value.split('..');
    return { ...of, type: DATE, value: (s.name === '开始' ? from : to) ?? '' };
  }
  if (of.type.kind === 'rows') {
    const shape = c.scope.tables.get(of.type.table);
    const type = shape?.columns.get(s.name);
    if (!shape || !type) {
      const near = nearest(s.name, [...(shape?.columns.keys() ?? [])]) ?? '';
      return report(c, nameAt, 'unknown-column', {
        name: s.name,
        nearest: near,
        table: of.type.table,
      });
    }
    const body: Checked = {
      kind: 'column',
      type,
      frame: c.frames.length,
      table: shape.table,
      column: s.name,
    };
    return { kind: 'project', type: { kind: 'list', of: type, unit: shape.unit }, list: of, body };
  }
  return report(c, nameAt, 'no-attributes', { name: s.name, given: typeName(of.type) });
}

/**
 * The static type of an expression. Ordered types are numbers with a dimension:
 * money in 元, ratio as a fraction of one, months (年限), days, date as day number, count by its unit.
 * A bare number has no dimension: it may multiply and divide, nothing else.
 */
export type ValueType =
  | { readonly kind: 'number'; readonly dimension: Dimension }
  | { readonly kind: 'bool' }
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly many: boolean }
  | { readonly kind: 'text' }
  | { readonly kind: 'region' }
  | { readonly kind: 'period' }
  | { readonly kind: 'rows'; readonly table: string }
  | { readonly kind: 'list'; readonly of: ValueType; readonly unit: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

export type Dimension = 'money' | 'ratio' | 'months' | 'days' | 'date' | 'bare' | `count:${string}`;

export const MONEY: ValueType = { kind: 'number', dimension: 'money' };
export const RATIO: ValueType = { kind: 'number', dimension: 'ratio' };
export const MONTHS: ValueType = { kind: 'number', dimension: 'months' };
export const DAYS: ValueType = { kind: 'number', dimension: 'days' };
export const DATE: ValueType = { kind: 'number', dimension: 'date' };
export const BARE: ValueType = { kind: 'number', dimension: 'bare' };
export const BOOL: ValueType = { kind: 'bool' };
export const TEXT: ValueType = { kind: 'text' };
/** Stands for what a fault left without a type, so that one fault doesn't cause ten. */
export const UNKNOWN: ValueType = { kind: 'unknown' };

export function counted(unit: string): ValueType {
  return { kind: 'number', dimension: `count:${unit}` };
}

/** The Chinese name of a type, for messages. @example typeName(MONEY) // '金额' */
export function typeName(type: ValueType): string {
  switch (type.kind) {
    case 'number':
      switch (type.dimension) {
        case 'money':
          return '金额';
        case 'ratio':
          return '比例';
        case 'months':
          return '年限';
        case 'days':
          return '天数';
        case 'date':
          return '日期';
        case 'bare':
          return '不带单位的数';
        default:
          return `数量（${type.dimension.slice('count:'.length)}）`;
      }
    case 'bool':
      return '是否';
    case 'choice':
      return type.many ? '多选' : '选项';
    case 'text':
      return '文字';
    case 'region':
      return '地区';
    case 'period':
      return '期间';
    case 'rows':
      return '明细';
    case 'list':
      return `${typeName(type.of)}列表`;
    case 'none':
      return '无';
    case 'unknown':
      return '未知类型';
  }
}

/** Whether a value of one type can be compared with one of the other. */
export function comparable(a: ValueType, b: ValueType): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown' || a.kind === 'none' || b.kind === 'none') {
    return true;
  }
  if (a.kind === 'number' && b.kind === 'number') return a.dimension === b.dimension;
  if (a.kind === 'choice' || b.kind === 'choice') {
    return isWord(a) && isWord(b);
  }
  return a.kind === b.kind && a.kind !== 'rows' && a.kind !== 'list' && a.kind !== 'period';
}

function isWord(type: ValueType): boolean {
  return type.kind === 'text' || (type.kind === 'choice' && !type.many);
}

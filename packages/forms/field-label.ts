import { type Form, indicatorsOf } from '@fuchi/guide/form';
import type { FieldAddress } from './field-address.ts';
import { numbered } from './sheet-rows.ts';

/**
 * What a field is called where it doesn't stand in the form: in a list of what is missing, in a message.
 * @example fieldLabel(form, targetAt('节能量', 0, 'year', '2023')) // '节能量（吨标准煤）：2023年目标'
 */
export function fieldLabel(form: Form, where: FieldAddress): string {
  switch (where.kind) {
    case 'header':
    case 'goal':
      return where.name;
    case 'kind':
      return where.name === '' ? (form.grouping?.name ?? '') : where.name;
    case 'target': {
      const indicator = indicatorsOf(form).find((p) => p.indicator.id === where.id)?.indicator;
      const label = indicator?.label ?? where.id;
      const row = indicator && indicator.repeated > 0 ? numbered(label, where.index) : label;
      return withPart(row, where.part, where.year);
    }
    case 'own': {
      const row = numbered(form.own, where.index);
      return where.part === 'name' ? `${row}：名称` : withPart(row, where.part, where.year);
    }
  }
}

function withPart(
  row: string,
  part: 'value' | 'measure' | 'unit' | 'about' | 'year' | 'name',
  year: string,
): string {
  if (part === 'value') return row;
  return `${row}：${part === 'year' ? `${year}年目标` : PARTS[part]}`;
}

const PARTS = { measure: '所选计量', unit: '单位', about: '产品或项目', name: '名称' } as const;

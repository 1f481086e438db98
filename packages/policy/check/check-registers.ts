import type { Faults } from '@fuchi/guide/diagnostic';
import type { Text } from '@fuchi/guide/place';
import { nearest } from '@fuchi/guide/reader';
import type { Register } from '@fuchi/guide/register';
import { NUMBER_KINDS } from '@fuchi/values/used-number';
import type { FactSpec } from '../checked-guide.ts';
import { ASKED_ON, type CheckedRegister, LISTED } from '../register/checked-register.ts';
import { DATE } from '../value-type.ts';
import { shapesOf, specOf } from './check-fact.ts';
import { checkSettlement } from './check-settlement.ts';
import { readNumber } from './literal.ts';
import type { RegisterSurroundings } from './register-surroundings.ts';
import type { Meaning, Scope } from './scope.ts';

/** Registers: their columns, which facts they settle and how, and that the worked examples come out as they say. */
export function checkRegisters(around: RegisterSurroundings, faults: Faults): CheckedRegister[] {
  const settled = new Map<string, string>();
  return around.guide.registers.map((register) => {
    if (!/^[a-z]+(?:-[a-z]+)*$/.test(register.id)) {
      faults.add(register.at, 'register-id', { id: register.id });
    }
    const columns = register.columns.map((column) => ({
      spec: specOf(column.fact, `${LISTED}.${column.fact.id}`, around.scope.units, NONE, faults),
      role: column.role,
      required: column.required || column.role === 'name',
      emptyIsNone: column.emptyIsNone,
      aliases: column.aliases,
    }));
    for (const role of ['code', 'name'] as const) {
      if (columns.filter((column) => column.role === role).length === 1) continue;
      faults.add(register.at, 'register-roles', {
        register: register.title,
        role: role === 'code' ? '信用代码' : '单位名称',
      });
    }
    const scope = rowScope(register, columns, around.scope, faults);
    const checked: CheckedRegister = {
      id: register.id,
      title: register.title,
      keeper: register.keeper,
      says: register.says,
      yearly: register.yearly,
      subject: register.subject,
      once: register.once,
      validDays: validDays(register, faults),
      columns,
      numbers: checkNumbers(register, columns, faults),
      settles: [],
    };
    const settles = register.settles.flatMap((settlement) => {
      const before = settled.get(settlement.fact.text);
      if (before !== undefined) {
        const facts = { fact: settlement.fact.text, where: before };
        faults.add(settlement.at, 'settled-twice', facts);
      }
      settled.set(settlement.fact.text, register.title);
      return checkSettlement(settlement, checked, { ...around, scope }, faults) ?? [];
    });
    return { ...checked, settles };
  });
}

const NONE: ReadonlyMap<string, { readonly tax: string }> = new Map();

/** What an expression of a settlement may name: the rows, the day, and the guide's figures; no facts, no readings. */
function rowScope(
  register: Register,
  columns: CheckedRegister['columns'],
  outer: Scope,
  faults: Faults,
): Scope {
  const { unit } = register;
  if (unit && !outer.units.has(unit.text)) {
    const near = nearest(unit.text, [...outer.units]) ?? '';
    faults.add(unit.at, 'unknown-unit', { unit: unit.text, written: unit.text, nearest: near });
  }
  const rows: FactSpec = {
    ...ROWS,
    unit: unit?.text ?? '个',
    columns: columns.map((column) => column.spec),
  };
  const named = [...outer.names].filter(([, meaning]) => meaning.kind === 'named');
  const names = new Map<string, Meaning>([
    ...named,
    [LISTED, { kind: 'fact', type: rows.type }],
    [ASKED_ON, { kind: 'fact', type: DATE }],
  ]);
  return { ...outer, names, tables: new Map(shapesOf(rows)), readings: new Set() };
}

const ROWS: FactSpec = {
  id: LISTED,
  label: LISTED,
  kind: '明细',
  type: { kind: 'rows', table: LISTED },
  unit: '',
  least: '',
  most: '',
  integer: false,
  options: [],
  columns: [],
  derivations: [],
  decidedBy: '',
  supplied: '',
  definition: '',
  says: '',
  question: '',
  certifier: '',
  evidence: [],
  statedBy: '',
  number: '',
};

function validDays({ validity }: Register, faults: Faults): number | null {
  if (!validity) return null;
  const [, digits = '', unit = ''] = /^(\d{1,5})(天|日)$/u.exec(validity.text.trim()) ?? [];
  const read = readNumber(digits, unit, new Set());
  if (read.ok && digits !== '' && Number(digits) > 0) return Number(digits);
  faults.add(validity.at, 'register-validity', { written: validity.text });
  return null;
}

function checkNumbers(
  { numbers }: Register,
  columns: CheckedRegister['columns'],
  faults: Faults,
): CheckedRegister['numbers'] {
  if (!numbers) return null;
  const ids = columns.map((column) => column.spec.id);
  const column = (text: Text): string => {
    if (!ids.includes(text.text)) {
      const near = nearest(text.text, ids) ?? '';
      faults.add(text.at, 'unknown-column', { name: text.text, nearest: near, table: LISTED });
    }
    return text.text;
  };
  const words: readonly string[] = Object.values(NUMBER_KINDS);
  const kind = columns.find(({ spec }) => spec.id === numbers.kind.text);
  for (const given of kind?.spec.options ?? []) {
    if (words.includes(given)) continue;
    const facts = { key: numbers.kind.text, given, words: words.join('、'), nearest: '' };
    faults.add(numbers.kind.at, 'not-a-word', facts);
  }
  return {
    kind: column(numbers.kind),
    code: column(numbers.code),
    number: column(numbers.number),
  };
}

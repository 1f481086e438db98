import type { Faults } from '@fuchi/guide/diagnostic';
import { nearest } from '@fuchi/guide/reader';
import type { Settlement, SettlementExample } from '@fuchi/guide/register';
import type { FactSpec } from '../fact-spec.ts';
import { readValue, type ValueContext } from '../facts/read-value.ts';
import {
  type CheckedRegister,
  type CheckedSettlement,
  GUIDE_YEAR,
  LISTED,
  type SettledBy,
} from '../register/checked-register.ts';
import { registerRow } from '../register/register-row.ts';
import { settledFact } from '../register/settled-fact.ts';
import { comparable, typeName } from '../value-type.ts';
import { checkExpression } from './check-expression.ts';
import { readDate } from './literal.ts';
import type { RegisterSurroundings } from './register-surroundings.ts';

/** What an example gives where the list doesn't settle the fact. */
const UNSETTLED = '未知';

/** One fact that a register settles. @returns undefined where it can't be worked with */
export function checkSettlement(
  settlement: Settlement,
  register: CheckedRegister,
  around: RegisterSurroundings,
  faults: Faults,
): CheckedSettlement | undefined {
  const { fact, at } = settlement;
  const spec = around.facts.get(fact.text);
  if (!spec) {
    const near = nearest(fact.text, [...around.facts.keys()]) ?? '';
    faults.add(fact.at, 'unknown-name', { name: fact.text, nearest: near });
    return undefined;
  }
  if (spec.type.kind === 'rows' || (spec.type.kind === 'choice' && spec.type.many)) {
    faults.add(at, 'settled-kind', { fact: fact.text, kind: spec.kind });
    return undefined;
  }
  checkPapers(settlement, around, faults);
  const year = yearOf(settlement, register, around, faults);
  const by = settledBy(settlement, spec, register, around, faults);
  if (!by || year === undefined) return undefined;
  const checked = { fact: fact.text, year, by, papers: settlement.papers.map((p) => p.text) };
  if (faults.list.length === 0) checkExamples(settlement, checked, spec, register, around, faults);
  return checked;
}

function checkPapers(
  { papers }: Settlement,
  { guide }: RegisterSurroundings,
  faults: Faults,
): void {
  const asked = guide.lines.flatMap((line) => line.papers.map((paper) => paper.name));
  for (const paper of papers) {
    if (asked.includes(paper.text)) continue;
    const near = nearest(paper.text, asked) ?? '';
    faults.add(paper.at, 'unknown-paper', { name: paper.text, nearest: near });
  }
}

/** @returns '' where the list isn't yearly */
function yearOf(
  { year, fact, at }: Settlement,
  register: CheckedRegister,
  { guide, scope }: RegisterSurroundings,
  faults: Faults,
): string | undefined {
  if (!register.yearly && !year) return '';
  if (!year || !register.yearly) {
    faults.add(year?.at ?? at, 'settled-year', {
      fact: fact.text,
      register: register.title,
      yearly: register.yearly ? '是' : '否',
    });
    return undefined;
  }
  if (year.text === GUIDE_YEAR) return guide.year;
  const years = [...scope.names].flatMap(([name, meaning]): [string, string][] =>
    meaning.kind === 'named' &&
    meaning.node.kind === 'literal' &&
    typeName(meaning.node.type) === '数量（年度）'
      ? [[name, meaning.node.value.replace(/\/1$/, '')]]
      : [],
  );
  const found = years.find(([name]) => name === year.text)?.[1];
  if (found !== undefined) return found;
  const near = nearest(year.text, [GUIDE_YEAR, ...years.map(([name]) => name)]) ?? '';
  faults.add(year.at, 'unknown-name', { name: year.text, nearest: near });
  return undefined;
}

function settledBy(
  settlement: Settlement,
  spec: FactSpec,
  register: CheckedRegister,
  { scope }: RegisterSurroundings,
  faults: Faults,
): SettledBy | undefined {
  const { value, column, among } = settlement;
  if (value && column) return undefined;
  if (value) {
    const node = checkExpression(value, scope, '', [], faults);
    if (node.type.kind === 'unknown') return undefined;
    if (comparable(node.type, spec.type)) return { kind: 'value', node };
    const given = typeName(node.type);
    faults.add(value.at, 'wrong-type', { wanted: typeName(spec.type), given });
    return undefined;
  }
  if (!column) return undefined;
  const found = register.columns.find((one) => one.spec.id === column.text);
  if (!found) {
    const names = register.columns.map((one) => one.spec.id);
    const near = nearest(column.text, names) ?? '';
    faults.add(column.at, 'unknown-column', { name: column.text, nearest: near, table: LISTED });
    return undefined;
  }
  if (!comparable(found.spec.type, spec.type)) {
    const given = typeName(found.spec.type);
    faults.add(column.at, 'wrong-type', { wanted: typeName(spec.type), given });
    return undefined;
  }
  const text = among ?? { text: LISTED, at: column.at };
  const node = checkExpression(text, scope, '', [], faults);
  if (node.type.kind === 'rows') return { kind: 'column', column: column.text, among: node };
  if (node.type.kind !== 'unknown') {
    faults.add(text.at, 'not-rows', { given: typeName(node.type) });
  }
  return undefined;
}

/** The examples come out as they say, and not all alike: one that always gives the same shows nothing. */
function checkExamples(
  { examples, at, fact }: Settlement,
  settlement: CheckedSettlement,
  spec: FactSpec,
  register: CheckedRegister,
  around: RegisterSurroundings,
  faults: Faults,
): void {
  const { regions, guide, scope } = around;
  if (!regions) return;
  const context: ValueContext = { units: scope.units, regions };
  if (new Set(examples.map(({ gives }) => gives.text)).size < 2) {
    faults.add(at, 'settled-one-sided', { fact: fact.text });
  }
  for (const example of examples) {
    const cells = example.rows.map((row) => cellsOf(row, register, context, faults));
    const day = example.day?.text ?? `${guide.year}-01-01`;
    if (!readDate(day).ok) {
      faults.add(example.day?.at ?? at, 'no-such-date', { written: day });
      continue;
    }
    const rows = cells.map((row, i) => ({
      row: registerRow(register, row, i + 1, context),
      sure: true,
    }));
    const answer = settledFact(settlement, spec.type, rows, day);
    const gave = answer.settled ? ('none' in answer.told ? '无' : answer.told.value) : UNSETTLED;
    if (gave !== given(example, spec, context)) {
      const facts = { fact: fact.text, gives: example.gives.text, found: gave };
      faults.add(example.gives.at, 'settled-otherwise', facts);
    }
  }
}

/** What the example says, spelled as an answer is: 2021年度 as 2021. */
function given({ gives }: SettlementExample, spec: FactSpec, context: ValueContext): string {
  const { text } = gives;
  if (text === '无' || text === UNSETTLED || spec.type.kind !== 'number') return text;
  const read = readValue(spec, text, undefined, context);
  return read.ok ? text.replace(/年度$/, '') : text;
}

function cellsOf(
  row: SettlementExample['rows'][number],
  register: CheckedRegister,
  context: ValueContext,
  faults: Faults,
): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {};
  for (const { column, value } of row) {
    const found = register.columns.find(({ spec }) => spec.id === column.text);
    if (!found) {
      const names = register.columns.map(({ spec }) => spec.id);
      const near = nearest(column.text, names) ?? '';
      faults.add(column.at, 'unknown-column', { name: column.text, nearest: near, table: LISTED });
      continue;
    }
    const read = readValue(found.spec, value.text, undefined, context);
    if (read.ok) cells[column.text] = value.text;
    else faults.add(value.at, read.code, read.facts);
  }
  return cells;
}

import { type Diagnostic, Faults, type LookAlike } from '@fuchi/guide/diagnostic';
import type { Fact, Guide, NamedValue } from '@fuchi/guide/guide';
import { nearest } from '@fuchi/guide/reader';
import { cmp } from '@fuchi/values/rational';
import { regionsFrom } from '@fuchi/values/region';
import type { CheckedGuide, CheckedRule, CheckedTable, FactSpec } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { fraction } from '../fraction.ts';
import { parse } from '../syntax/parse.ts';
import { BOOL, comparable, typeName } from '../value-type.ts';
import { factsOf } from '../walk.ts';
import { checkExpression } from './check-expression.ts';
import { shapesOf, specOf } from './check-fact.ts';
import { checkCondition, checkLine, lineFigures } from './check-line.ts';
import { checkLinks } from './check-links.ts';
import { checkQuotas } from './check-quotas.ts';
import { checkReadings } from './check-readings.ts';
import { checkRegisters } from './check-registers.ts';
import { checkScreening } from './check-screening.ts';
import { checkUntraced } from './check-untraced.ts';
import { clauseFormFaults } from './clause-form.ts';
import { clauseGapFaults } from './clause-gaps.ts';
import { chainFaults } from './derivation-chain.ts';
import { withoutEchoes } from './echo.ts';
import { closure, type FactUse } from './fact-use.ts';
import { readDate, readNumber } from './literal.ts';
import { ownFactFaults } from './own-facts.ts';
import { paperPlaceFaults } from './paper-places.ts';
import { readingPlaceFaults } from './reading-places.ts';
import { unsatisfiable } from './satisfiable.ts';
import type { Frame, Meaning, RowShape, Scope } from './scope.ts';
import { twiceFaults } from './twice.ts';
import { witnessFaults } from './witness/witness-faults.ts';

/**
 * Checks a guide as a whole and gives its expressions meaning. All faults at once.
 * The result stands only when there are none.
 * @example const { guide, faults } = readGuide(files); const checked = checkGuide(guide);
 */
export function checkGuide(guide: Guide): {
  checked: CheckedGuide;
  faults: Diagnostic[];
  lookAlikes: readonly LookAlike[];
} {
  const faults = new Faults();
  const units = new Set(guide.units);
  const readings = new Set(guide.readings.map((r) => r.id));
  const definitions = new Map(guide.definitions.map((d) => [d.id, { tax: d.tax ?? '' }]));
  const regions = regionsFrom(guide.regions);
  if (!regions.ok) {
    const at = { file: 'reference/regions.yaml', line: 1, column: 1 };
    faults.add(at, 'bad-regions', { reason: regions.code });
  }
  const declared = declaredFacts(guide, faults);
  const specs = new Map<string, FactSpec>();
  for (const fact of declared) {
    specs.set(fact.id, specOf(fact, fact.id, units, definitions, faults));
  }
  const tables = new Map<string, RowShape>([...specs.values()].flatMap(shapesOf));
  const names = new Map<string, Meaning>();
  for (const spec of specs.values()) names.set(spec.id, { kind: 'fact', type: spec.type });
  const references = new Map(guide.tables.map((t) => [t.id, t.columns]));
  const scope: Scope = { names, tables, references, readings, units };
  for (const value of [...guide.calendars, ...guide.figures]) {
    const node = namedLiteral(value, scope, faults);
    if (names.has(value.id)) faults.add(value.at, 'name-taken', { name: value.id });
    else names.set(value.id, { kind: 'named', node });
  }
  const figures = new Map(guide.lines.map((l) => [l.id, lineFigures(l, scope, faults)]));
  const scopeOf = (fact: Fact): Scope => {
    const line = guide.lines.find((l) => l.facts.includes(fact));
    const own = line && figures.get(line.id);
    return own ? { ...scope, names: new Map([...names, ...own]) } : scope;
  };
  const facts = withDerivations(declared, specs, scopeOf, faults);
  checkChains(declared, facts, faults);
  const shared = guide.consistency.map((r): CheckedRule => {
    const must = checkExpression(r.must, scope, r.clause?.text ?? '', [], faults, BOOL);
    return { says: r.says, must, facts: factsOf(must), clause: r.clause?.text ?? '' };
  });
  const use: FactUse = { used: new Set(), usedNames: new Set() };
  const lines = guide.lines.map((l) =>
    checkLine(l, scope, figures.get(l.id) ?? new Map(), facts, shared, use, faults),
  );
  const call = guide.call.map((c) => checkCondition(c, scope, c.clause, facts, faults));
  for (const line of guide.call.flatMap((c) => c.except)) {
    if (guide.lines.some((l) => l.id === line.text)) continue;
    const near =
      nearest(
        line.text,
        guide.lines.map((l) => l.id),
      ) ?? '';
    faults.add(line.at, 'unknown-line', { name: line.text, nearest: near });
  }
  for (const c of call) {
    const named = [...factsOf(c.must), ...factsOf(c.applies), ...(c.opinion ? [c.opinion] : [])];
    for (const id of closure(named, facts)) use.used.add(id);
  }
  for (const id of closure(
    shared.flatMap((r) => r.facts),
    facts,
  ))
    use.used.add(id);
  for (const f of guide.facts) {
    if (!use.used.has(f.id)) faults.add(f.at, 'unused-fact', { fact: f.id });
  }
  checkScopes(guide, lines, facts, faults);
  checkLinks(guide, facts, faults);
  checkQuotas(guide, faults);
  checkUntraced(guide, declared, faults);
  checkScreening(guide, facts, faults);
  checkReadings(guide, lines, call, facts.values(), faults);
  const registers = checkRegisters(
    { guide, facts, scope, regions: regions.ok ? regions.value : undefined },
    faults,
  );
  const checked: CheckedGuide = {
    guide,
    lines,
    call,
    callExcept: Object.fromEntries(guide.call.map((c) => [c.clause, c.except.map((e) => e.text)])),
    facts: Object.fromEntries(facts),
    consistency: shared,
    tables: guide.tables.map((t) => checkTable(t, faults)),
    registers,
  };
  if (faults.list.length === 0) {
    const impossible = unsatisfiable(checked);
    const told = new Set(impossible.map((f) => `${f.at.file}:${f.at.line}`));
    // What an impossible condition says otherwise than its sentence is the same slip once more.
    const beside = witnessFaults(checked).filter((f) => !told.has(`${f.at.file}:${f.at.line}`));
    faults.list.push(
      ...impossible,
      ...beside,
      ...ownFactFaults(checked),
      ...twiceFaults(checked),
      ...readingPlaceFaults(checked),
      ...paperPlaceFaults(checked),
      ...clauseGapFaults(guide),
      ...clauseFormFaults(guide),
    );
  }
  return { checked, faults: withoutEchoes(faults), lookAlikes: faults.lookAlikes };
}

/** Shared facts, then each line's own. An id means one thing in the whole guide. */
function declaredFacts(guide: Guide, faults: Faults): Fact[] {
  const seen = new Map<string, string>();
  const facts: Fact[] = [];
  const take = (fact: Fact, where: string) => {
    const before = seen.get(fact.id);
    if (before !== undefined) {
      faults.add(fact.at, 'fact-twice', { fact: fact.id, where: before });
      return;
    }
    seen.set(fact.id, where);
    facts.push(fact);
  };
  for (const fact of guide.facts) take(fact, 'facts.yaml');
  for (const line of guide.lines)
    for (const fact of line.facts) take(fact, `lines/${line.id}.yaml`);
  return facts;
}

/** A figure, date or period that stands once under a name. */
function namedLiteral(value: NamedValue, scope: Scope, faults: Faults): Checked {
  const clause = value.clauses[0]?.text ?? '';
  const period = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(value.value.text.trim());
  if (period) {
    const from = readDate(period[1] ?? '');
    const to = readDate(period[2] ?? '');
    for (const end of [from, to]) {
      if (!end.ok) faults.add(value.value.at, end.code, end.facts);
    }
    if (from.ok && to.ok) {
      if (cmp(fraction(from.value), fraction(to.value)) > 0) {
        faults.add(value.value.at, 'ends-before-start', {
          from: period[1] ?? '',
          to: period[2] ?? '',
        });
      }
      const text = `${from.value}..${to.value}`;
      return {
        kind: 'literal',
        type: { kind: 'period' },
        value: text,
        clause,
        written: value.value.text,
        name: value.id,
      };
    }
  }
  if (period) return { kind: 'literal', type: { kind: 'unknown' }, value: '', clause, written: '' };
  const node = checkExpression(value.value, scope, clause, [], faults);
  return node.kind === 'literal' ? { ...node, name: value.id } : node;
}

/** Checks 得自 of facts and of columns, the latter with their row in scope. */
function withDerivations(
  declared: readonly Fact[],
  specs: ReadonlyMap<string, FactSpec>,
  scopeOf: (fact: Fact) => Scope,
  faults: Faults,
): Map<string, FactSpec> {
  const derive = (fact: Fact, spec: FactSpec, frames: readonly Frame[], scope: Scope): FactSpec => {
    const shape = spec.type.kind === 'rows' ? scope.tables.get(spec.type.table) : undefined;
    const inner = shape ? [...frames, { item: undefined, shape }] : frames;
    const derivations = fact.derivations.flatMap((d) => {
      const node = checkExpression(d, scope, '', frames, faults);
      if (node.type.kind === 'unknown') return [];
      if (!comparable(node.type, spec.type)) {
        faults.add(d.at, 'wrong-type', { wanted: typeName(spec.type), given: typeName(node.type) });
        return [];
      }
      return [{ node, written: d.text }];
    });
    const columns = spec.columns.map((c, i) => {
      const source = fact.columns[i];
      return source ? derive(source, c, inner, scope) : c;
    });
    return { ...spec, derivations, columns };
  };
  return new Map(
    declared.flatMap((f): [string, FactSpec][] => {
      const spec = specs.get(f.id);
      return spec ? [[f.id, derive(f, spec, [], scopeOf(f))]] : [];
    }),
  );
}

function checkChains(
  declared: readonly Fact[],
  facts: ReadonlyMap<string, FactSpec>,
  faults: Faults,
): void {
  const found = chainFaults(
    declared.map((f) => f.id),
    facts,
  );
  const byFact = new Map(found.map((f) => [f.fact, f]));
  for (const { id, at } of declared) {
    const fault = byFact.get(id);
    if (fault) faults.add(at, fault.code, fault.facts);
  }
}

/** A definition holds for the lines it names (下同); a line's fact can't lean on one outside its scope. */
function checkScopes(
  guide: Guide,
  lines: readonly { id: string; facts: readonly string[] }[],
  facts: ReadonlyMap<string, FactSpec>,
  faults: Faults,
): void {
  const ids = new Set(guide.lines.map((l) => l.id));
  for (const definition of guide.definitions) {
    for (const line of definition.scope) {
      if (!ids.has(line.text)) {
        const near = nearest(line.text, [...ids]) ?? '';
        faults.add(line.at, 'unknown-line', { name: line.text, nearest: near });
      }
    }
    const scope = new Set(definition.scope.map((s) => s.text));
    for (const line of lines) {
      if (scope.has(line.id)) continue;
      const user = line.facts.find((f) => facts.get(f)?.definition === definition.id);
      if (user === undefined) continue;
      faults.add(definition.at, 'definition-out-of-scope', {
        definition: definition.id,
        line: line.id,
        fact: user,
      });
    }
  }
}

function checkTable(table: Guide['tables'][number], faults: Faults): CheckedTable {
  const from: number[] = [];
  for (const row of table.rows) {
    const date = readDate(row.from.text);
    if (!date.ok) {
      faults.add(row.from.at, date.code, date.facts);
      continue;
    }
    const day = Number(date.value.split('/')[0]);
    if (day <= (from.at(-1) ?? Number.NEGATIVE_INFINITY)) {
      faults.add(row.from.at, 'table-not-ascending', { written: row.from.text });
    }
    from.push(day);
  }
  const columns = Object.fromEntries(
    table.columns.map((c) => [
      c,
      table.rows.map((row) => {
        const cell = row.values[c];
        const parsed = cell && parse(cell.text).syntax;
        const read =
          parsed?.kind === 'number' ? readNumber(parsed.text, parsed.unit, new Set()) : undefined;
        if (read?.ok && typeName(read.type) === '比例') return read.value;
        if (cell) faults.add(cell.at, 'bad-number', { written: cell.text });
        return '0/1';
      }),
    ]),
  );
  return { id: table.id, from, columns };
}

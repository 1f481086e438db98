import { nearest } from '@fuchi/guide/reader';
import { type Domain, type Item, join, type Row, YES } from '../bounds/domain.ts';
import type { CheckedGuide, FactSpec } from '../checked-guide.ts';
import type { GivenFacts, InputFault, Moment, Statement } from './given.ts';
import { anyRow, openDomain } from './open-domain.ts';
import { noneOf, readValue, type ValueContext } from './read-value.ts';

const MAX_ROWS = 20_000;
const MAX_FAULTS = 200;

/**
 * Reads what is told of an applicant. Bad values are reported with their path, all at once; good ones survive.
 * A value is a scalar, `{value, unit?, source?, evidence?, moment?}`, `{none: true}`, `{sources: {…}}`,
 * `{moments: {申报: …, 验收: …}}`, or rows: a list, or `{rows: […], complete: false}`.
 * @example readGivenFacts(checked, { 项目总投入: '5000' }, context).facts.get('项目总投入')
 */
export function readGivenFacts(
  guide: CheckedGuide,
  input: unknown,
  c: ValueContext,
): { facts: GivenFacts; faults: InputFault[] } {
  const faults: InputFault[] = [];
  const facts = new Map<string, Statement[]>();
  if (!isRecord(input)) {
    return { facts, faults: [{ path: '', code: 'input-not-a-map', facts: {} }] };
  }
  for (const [id, value] of Object.entries(input)) {
    if (faults.length >= MAX_FAULTS) break;
    const spec = Object.hasOwn(guide.facts, id) ? guide.facts[id] : undefined;
    if (!spec) {
      const near = nearest(id, Object.keys(guide.facts)) ?? '';
      faults.push({
        path: clipped(id),
        code: 'input-unknown-fact',
        facts: { name: clipped(id), nearest: near },
      });
      continue;
    }
    if (value === null || value === undefined) continue;
    const statements = readStatements(spec, value, id, '', undefined, c, faults);
    if (statements.length > 0) facts.set(id, statements);
  }
  return { facts, faults: faults.slice(0, MAX_FAULTS) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function momentOf(value: unknown): Moment | undefined {
  return value === '申报' || value === '验收' ? value : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}

/** The keys a value may be written with; a misspelt one would be passed over in silence. */
const KEYS = new Set(['value', 'unit', 'source', 'evidence', 'moment', 'none', 'rows', 'complete']);

function readStatements(
  spec: FactSpec,
  value: unknown,
  path: string,
  source: string,
  moment: Moment | undefined,
  c: ValueContext,
  faults: InputFault[],
): Statement[] {
  if (!isRecord(value))
    return readOne(spec, value, undefined, { path, source, moment, evidence: '' }, c, faults);
  const misshapen = (): Statement[] => {
    faults.push({ path, code: 'input-shape', facts: { label: spec.label } });
    return [];
  };
  const keys = Object.keys(value);
  const { sources, moments } = value;
  // Each stands alone, and once: sources of moments or moments of sources, not deeper.
  if (isRecord(sources) && source === '' && keys.length === 1) {
    return Object.entries(sources).flatMap(([name, v]) =>
      readStatements(spec, v, `${path}（${clipped(name)}）`, name || '未写明', moment, c, faults),
    );
  }
  if (isRecord(moments) && moment === undefined && keys.length === 1) {
    return Object.entries(moments).flatMap(([name, v]) => {
      const when = momentOf(name);
      if (when) return readStatements(spec, v, `${path}（${name}）`, source, when, c, faults);
      faults.push({ path, code: 'input-moment', facts: { given: clipped(name) } });
      return [];
    });
  }
  const { unit, complete, none } = value;
  const when = value['moment'] === undefined ? moment : momentOf(value['moment']);
  if (value['moment'] !== undefined && when === undefined) {
    faults.push({ path, code: 'input-moment', facts: { given: textOf(value['moment']) } });
    return [];
  }
  if (keys.some((k) => !KEYS.has(k))) return misshapen();
  if (unit !== undefined && typeof unit !== 'string') return misshapen();
  if (complete !== undefined && typeof complete !== 'boolean') return misshapen();
  const where = {
    path,
    source: textOf(value['source']) || source,
    moment: when,
    evidence: textOf(value['evidence']),
  };
  const rows = value['rows'] ?? (spec.type.kind === 'rows' ? value['value'] : undefined);
  const told = rows ?? value['value'];
  if (none !== undefined) {
    if (none !== true || (told !== undefined && told !== null)) return misshapen();
    const domain = noneOf(spec);
    const { evidence } = where;
    if (domain) return [{ domain, source: where.source, evidence, moment: when, decimals: 0 }];
    faults.push({ path, code: 'input-none', facts: { label: spec.label } });
    return [];
  }
  if (spec.type.kind === 'rows' && rows !== undefined) {
    return rows === null ? [] : readRows(spec, rows, complete !== false, where, c, faults);
  }
  if (!Object.hasOwn(value, 'value') || rows !== undefined) return misshapen();
  return readOne(spec, value['value'], unit, where, c, faults);
}

function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

interface Where {
  readonly path: string;
  readonly source: string;
  readonly moment: Moment | undefined;
  readonly evidence: string;
}

function readOne(
  spec: FactSpec,
  value: unknown,
  unit: string | undefined,
  where: Where,
  c: ValueContext,
  faults: InputFault[],
): Statement[] {
  if (value === null || value === undefined) return [];
  if (spec.type.kind === 'rows') return readRows(spec, value, true, where, c, faults);
  const read = readValue(spec, value, unit, c);
  const { path, source, moment, evidence } = where;
  if (read.ok) return [{ domain: read.domain, source, evidence, moment, decimals: read.decimals }];
  faults.push({ path, code: read.code, facts: read.facts });
  return [];
}

/** Reads rows. A cell that isn't told may be anything its column allows; a bad cell is reported and left so. */
function readRows(
  spec: FactSpec,
  value: unknown,
  complete: boolean,
  where: Where,
  c: ValueContext,
  faults: InputFault[],
): Statement[] {
  if (!Array.isArray(value) || value.length > MAX_ROWS) {
    const facts = { label: spec.label, limit: String(MAX_ROWS) };
    faults.push({ path: where.path, code: 'input-rows', facts });
    return [];
  }
  const items = value.flatMap((raw: unknown, i): Item<Row>[] => {
    const path = `${where.path}[${i + 1}]`;
    if (!isRecord(raw)) {
      faults.push({ path, code: 'input-row', facts: { label: spec.label } });
      return [];
    }
    return [
      {
        value: { number: i + 1, cells: readCells(spec, raw, path, c, faults) },
        member: YES,
        row: i + 1,
      },
    ];
  });
  const domain: Domain = { kind: 'rows', items, rest: complete ? undefined : anyRow(spec) };
  const { source, evidence, moment } = where;
  return [{ domain, source, evidence, moment, decimals: 0 }];
}

function readCells(
  spec: FactSpec,
  raw: Readonly<Record<string, unknown>>,
  path: string,
  c: ValueContext,
  faults: InputFault[],
): Map<string, Domain> {
  const cells = new Map(
    spec.columns.map((column): [string, Domain] => [column.id, openDomain(column)]),
  );
  for (const [id, value] of Object.entries(raw)) {
    if (faults.length >= MAX_FAULTS) break;
    const column = spec.columns.find((s) => s.id === id);
    if (!column) {
      const near =
        nearest(
          id,
          spec.columns.map((s) => s.id),
        ) ?? '';
      const facts = { name: clipped(id), label: spec.label, nearest: near };
      faults.push({ path: `${path}.${clipped(id)}`, code: 'input-unknown-column', facts });
      continue;
    }
    const told = readStatements(column, value, `${path}.${id}`, '', undefined, c, faults);
    if (told.some((s) => s.moment !== undefined)) {
      // A table as a whole is planned or audited; its cells have no moment of their own.
      faults.push({ path: `${path}.${id}`, code: 'input-shape', facts: { label: column.label } });
      continue;
    }
    const named = told.find((s) => column.decidedBy !== '' && s.source === column.decidedBy);
    const [first, ...rest] = named ? [named] : told;
    // Of several sources without one that decides, either may be right.
    if (first) cells.set(id, rest.map((s) => s.domain).reduce(join, first.domain));
  }
  return cells;
}

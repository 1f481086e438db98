import { nearest } from '@fuchi/guide/reader';
import { type Domain, type Item, type Row, YES } from '../bounds/domain.ts';
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
        path: id,
        code: 'input-unknown-fact',
        facts: { name: id.slice(0, 60), nearest: near },
      });
      continue;
    }
    if (value === null || value === undefined) continue;
    const statements = readStatements(spec, value, id, '', undefined, c, faults);
    if (statements.length > 0) facts.set(id, statements);
  }
  return { facts, faults };
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
  if (isRecord(value['sources'])) {
    return Object.entries(value['sources']).flatMap(([name, v]) =>
      readStatements(spec, v, `${path}（${name}）`, name, moment, c, faults),
    );
  }
  if (isRecord(value['moments'])) {
    return Object.entries(value['moments']).flatMap(([name, v]) => {
      const when = momentOf(name);
      if (when) return readStatements(spec, v, `${path}（${name}）`, source, when, c, faults);
      faults.push({ path, code: 'input-moment', facts: { given: name } });
      return [];
    });
  }
  const when = value['moment'] === undefined ? moment : momentOf(value['moment']);
  if (value['moment'] !== undefined && when === undefined) {
    faults.push({ path, code: 'input-moment', facts: { given: textOf(value['moment']) } });
  }
  const where = {
    path,
    source: textOf(value['source']) || source,
    moment: when,
    evidence: textOf(value['evidence']),
  };
  if (value['none'] === true) {
    const domain = noneOf(spec);
    if (domain)
      return [
        { domain, source: where.source, evidence: where.evidence, moment: when, decimals: 0 },
      ];
    faults.push({ path, code: 'input-none', facts: { label: spec.label } });
    return [];
  }
  const rows = value['rows'] ?? (spec.type.kind === 'rows' ? value['value'] : undefined);
  if (spec.type.kind === 'rows' && rows !== undefined) {
    return readRows(spec, rows, value['complete'] !== false, where, c, faults);
  }
  if (!Object.hasOwn(value, 'value')) {
    faults.push({ path, code: 'input-shape', facts: { label: spec.label } });
    return [];
  }
  if (value['value'] === null || value['value'] === undefined) return [];
  const unit = typeof value['unit'] === 'string' ? value['unit'] : undefined;
  return readOne(spec, value['value'], unit, where, c, faults);
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
      const facts = { name: id.slice(0, 60), label: spec.label, nearest: near };
      faults.push({ path: `${path}.${id.slice(0, 60)}`, code: 'input-unknown-column', facts });
      continue;
    }
    const [first] = readStatements(column, value, `${path}.${id}`, '', undefined, c, faults);
    if (first) cells.set(id, first.domain);
  }
  return cells;
}

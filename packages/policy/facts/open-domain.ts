import { ANY_NUMBER, type Domain, EITHER, type Item, type Row } from '../bounds/domain.ts';
import type { FactSpec } from '../checked-guide.ts';
import { fraction } from '../fraction.ts';

const open = new WeakMap<FactSpec, Domain>();

/** All values a fact may have while nothing is told of it. */
export function openDomain(spec: FactSpec): Domain {
  let domain = open.get(spec);
  if (!domain) {
    domain = openOf(spec);
    open.set(spec, domain);
  }
  return domain;
}

function openOf(spec: FactSpec): Domain {
  switch (spec.type.kind) {
    case 'number':
      return {
        ...ANY_NUMBER,
        lo: spec.least === '' ? undefined : fraction(spec.least),
        hi: spec.most === '' ? undefined : fraction(spec.most),
      };
    case 'bool':
      return EITHER;
    case 'choice':
      if (spec.type.many) return { kind: 'many', has: undefined };
      return { kind: 'word', values: spec.options, none: false };
    case 'region':
      return { kind: 'place', region: undefined, none: false };
    case 'rows':
      return { kind: 'rows', items: [], rest: anyRow(spec) };
    default:
      return { kind: 'word', values: undefined, none: false };
  }
}

/** What any further row of a list that isn't complete may look like. */
export function anyRow(spec: FactSpec): Item<Row> {
  const cells = new Map(
    spec.columns.map((column): [string, Domain] => [column.id, openDomain(column)]),
  );
  return { value: { number: 0, cells }, member: EITHER, row: 0 };
}

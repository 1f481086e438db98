import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Applicant, Told } from './applicant.ts';
import { digits, fraction, mul } from './big-fraction.ts';
import { writtenPlace } from './place.ts';
import { isoDate } from './point-date.ts';

/** An applicant as the facts file that would be handed in. */
export function inputOf(
  applicant: Applicant,
  specs: Readonly<Record<string, FactSpec>>,
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [id, statements] of applicant) {
    const spec = specs[id];
    if (!spec || statements.length === 0) continue;
    const [only, more] = statements;
    if (only?.moment)
      input[id] = {
        moments: Object.fromEntries(statements.map((s) => [s.moment, written(spec, s.told)])),
      };
    else if (only && !more && only.source === '') input[id] = written(spec, only.told);
    else
      input[id] = {
        sources: Object.fromEntries(statements.map((s) => [s.source, written(spec, s.told)])),
      };
  }
  return input;
}

function written(spec: FactSpec, told: Told): unknown {
  switch (told.k) {
    case 'number':
      return numberInput(spec, told);
    case 'none':
      return { none: true };
    case 'bool':
      return told.is;
    case 'word':
      return told.word;
    case 'many':
      return told.words;
    case 'place':
      return writtenPlace(told.region);
    case 'table':
      return {
        complete: told.complete,
        rows: told.rows.map((row) =>
          Object.fromEntries(
            [...row].flatMap(([id, cell]) => {
              const column = spec.columns.find((c) => c.id === id);
              return column ? [[id, written(column, cell)]] : [];
            }),
          ),
        ),
      };
    default:
      throw new RangeError('a told fact is no computed list');
  }
}

function numberInput(spec: FactSpec, told: Told & { k: 'number' }): unknown {
  const dimension = spec.type.kind === 'number' ? spec.type.dimension : 'bare';
  const decimal = (scale: bigint) => {
    const text = digits(mul(told.x, fraction(scale)));
    if (text === undefined) throw new RangeError(`${spec.id}: no finite decimal`);
    return text;
  };
  switch (dimension) {
    case 'date':
      return isoDate(Number(told.x.n));
    case 'money':
      return { value: decimal(1n), unit: '元' };
    case 'ratio':
      return { value: decimal(100n), unit: '%' };
    case 'months':
      return { value: decimal(1n), unit: '个月' };
    case 'days':
      return { value: decimal(1n), unit: '天' };
    default:
      return { value: decimal(1n), unit: spec.unit };
  }
}

import type { FactSpec } from '@fuchi/policy/checked-guide';
import { memo } from 'react';
import { citedClause } from '../clause-words.ts';
import { useFieldWorld } from './field-context.ts';

interface Props {
  readonly spec: FactSpec;
  readonly clauses: readonly string[];
}

/** How a figure is to be understood, who certifies it, which papers prove it, which clauses rest on it. */
export const FactHelp = memo(function FactHelp({ spec, clauses }: Props) {
  const { guide } = useFieldWorld();
  const definition = guide.guide.definitions.find((d) => d.id === spec.definition);
  const rows: readonly (readonly [string, string])[] = [
    ['说明', spec.says],
    ['定义', definition ? `${definition.says}（${definition.clause.text}）` : ''],
    ['包括', definition?.includes.join('；') ?? ''],
    ['不包括', definition?.excludes.join('；') ?? ''],
    ['不填时', spec.derivations.map((d) => `按“${d.written}”推算`).join('；')],
    ['出具', spec.certifier],
    ['为准', spec.decidedBy],
    ['佐证', spec.evidence.join('、')],
    ...spec.columns.map((c) => [c.label, c.says] as const),
    ['用于', clauses.map(citedClause).join('、')],
  ];
  const told = rows.filter(([, text]) => text !== '');
  if (told.length === 0) return null;
  return (
    <details className="fact-help">
      <summary>{summaryOf(told.map(([name]) => name))}</summary>
      <dl>
        {told.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
});

function summaryOf(names: readonly string[]): string {
  const head = ['定义', '佐证', '出具'].filter((name) => names.includes(name));
  return head.length > 0 ? `${head.join('、')}等说明` : '说明';
}

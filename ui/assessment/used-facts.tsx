import type { UsedFact } from '@fuchi/policy/assess/assessment';
import { useFieldWorld } from '../facts/field-context.ts';
import { rowName } from '../facts/row-word.ts';
import { isDerivation } from './derivation.ts';
import { valueText } from './value-text.ts';

/** The facts a condition looked at, with the values it saw. */
export function UsedFacts({ facts }: { readonly facts: readonly UsedFact[] }) {
  const { guide } = useFieldWorld();
  if (facts.length === 0) return null;
  return (
    <ul className="used-facts">
      {facts.map(({ id, label, value, unit, source, row }) => (
        <li key={`${id} ${row ?? ''}`}>
          {row !== undefined && `${rowName(guide, id, row)} `}
          {label}：{valueText(value, unit)}
          {source !== undefined && `（${isDerivation(guide, id, source) ? '推算' : source}）`}
        </li>
      ))}
    </ul>
  );
}

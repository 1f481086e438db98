import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { FieldEntry } from '@fuchi/policy/facts/entry';
import { FactControl } from './fact-control.tsx';
import { FactHelp } from './fact-help.tsx';
import { useFieldWorld } from './field-context.ts';
import { FieldFaults } from './field-faults.tsx';
import { fieldId } from './field-path.ts';

interface Props {
  readonly spec: FactSpec;
  readonly field: FieldEntry | undefined;
  readonly clauses: readonly string[];
  readonly onChange: (field: FieldEntry) => void;
}

/** One fact: what it is called, what is asked, the answer, and what is wrong with it. */
export function FactField({ spec, field, clauses, onChange }: Props) {
  const world = useFieldWorld();
  const settled = world.settled?.get(spec.id);
  const others = world.others?.get(spec.id);
  const labelId = `label-${spec.id}`;
  const wide = spec.type.kind === 'rows' || isLong(spec);
  const stated = spec.statedBy !== '' && spec.statedBy !== '申报单位';
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <div id={labelId} className="field-label">
        {spec.label}
      </div>
      {stated && <span className="field-stated">由{spec.statedBy}提供</span>}
      {spec.question !== '' && <p className="field-question">{spec.question}</p>}
      <div id={fieldId(spec.id)} className="field-control">
        {settled && (
          <p className="field-settled">
            {settled.text}
            <span className="quiet small">来源：{settled.source}</span>
          </p>
        )}
        {!settled && others !== undefined && <p className="quiet">{others}</p>}
        {!settled && others === undefined && (
          <FactControl
            spec={spec}
            path={spec.id}
            field={field}
            labelledBy={labelId}
            onChange={onChange}
          />
        )}
      </div>
      <FieldFaults path={spec.id} />
      {world.remarks?.get(spec.id)?.map((says) => (
        <p key={says} className="field-remark small">
          {says}
        </p>
      ))}
      <FactHelp spec={spec} clauses={clauses} />
    </div>
  );
}

function isLong(spec: FactSpec): boolean {
  return spec.options.join('').length > 40;
}

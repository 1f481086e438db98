import { isRows, NO_ROWS } from '@fuchi/policy/facts/entry';
import { ChoiceControl } from './choice-control.tsx';
import type { ControlProps } from './control-props.ts';
import { ManyControl } from './many-control.tsx';
import { NestedTable } from './nested-table.tsx';
import { RegionControl } from './region-control.tsx';
import { TextControl } from './text-control.tsx';

/** The way to answer that fits what the fact is. Every one of them can be left unknown. */
export function FactControl(props: ControlProps) {
  const { spec, path, field, onChange } = props;
  switch (spec.type.kind) {
    case 'bool':
      return <ChoiceControl {...props} options={['是', '否']} />;
    case 'choice':
      return spec.type.many ? (
        <ManyControl {...props} />
      ) : (
        <ChoiceControl {...props} options={spec.options} />
      );
    case 'region':
      return <RegionControl {...props} />;
    case 'rows':
      return (
        <NestedTable
          spec={spec}
          path={path}
          entry={isRows(field) ? field : NO_ROWS}
          onChange={onChange}
        />
      );
    default:
      return <TextControl {...props} />;
  }
}

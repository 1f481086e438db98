import { Choice } from '@fuchi/ui/entry/choice.tsx';
import type { EntryFault } from '@fuchi/ui/entry/entry-fault';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { DEPARTMENTS, LEVELS, type RecommenderPlace } from '../contract-unit.ts';

/** A place as it is typed: nothing is chosen at first. */
export interface TypedPlace {
  readonly level: RecommenderPlace['level'] | '';
  readonly department: RecommenderPlace['department'] | '';
  readonly territory: string;
  readonly through: string;
}

export const NO_PLACE: TypedPlace = { level: '', department: '', territory: '', through: '' };

interface Props {
  readonly place: TypedPlace;
  readonly onChange: (place: TypedPlace) => void;
  /** City units it may go through. */
  readonly cities: readonly { readonly id: string; readonly name: string }[];
  readonly fault: EntryFault | undefined;
}

/** Where a recommender stands: level, department, region, through whom. */
export function PlaceFields({ place, onChange, cities, fault }: Props) {
  const set = (more: Partial<TypedPlace>) => onChange({ ...place, ...more });
  return (
    <>
      <Choice
        label="层级"
        value={place.level}
        onChange={(level) => set({ level: level as TypedPlace['level'], through: '' })}
        choices={[
          { value: '', text: '请选择' },
          ...Object.entries(LEVELS).map(([value, text]) => ({ value, text })),
        ]}
        path="place.level"
        fault={fault}
      />
      <Choice
        label="部门"
        value={place.department}
        onChange={(department) => set({ department: department as TypedPlace['department'] })}
        choices={[
          { value: '', text: '请选择' },
          ...DEPARTMENTS.map((value) => ({ value, text: value })),
        ]}
        path="place.department"
        fault={fault}
      />
      {place.level !== 'province' && (
        <Field
          label="推荐的地区"
          value={place.territory}
          onChange={(territory) => set({ territory })}
          autoComplete="off"
          hint="如“昆山”“苏州市”或地区代码“320583”。区由所属的市推荐。"
          path="place.territory"
          fault={fault}
        />
      )}
      {place.level === 'county' && (
        <Choice
          label="经由"
          value={place.through}
          onChange={(through) => set({ through })}
          choices={[
            { value: '', text: '所属设区市同部门的单位' },
            ...cities.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          path="place.through"
          fault={fault}
        />
      )}
    </>
  );
}

/** The place as it is sent; what isn't chosen is told by the server at its field. */
export function sentPlace({ through, ...place }: TypedPlace): object {
  return { ...place, through: through === '' ? null : through };
}

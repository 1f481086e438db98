import { fullName, type Regions } from '@fuchi/values/region';
import { ORGANISATION_KINDS } from '@fuchi/workflow/role';
import type { UnitRow } from '../contract-unit.ts';
import type { ListedUnit } from './unit-list-store.ts';

/** A unit as the list and its own page show it. */
export function unitView(unit: ListedUnit, regions: Regions): UnitRow {
  const { kind, parent, parentName, creditCode, level, department, territory } = unit;
  return {
    id: unit.id,
    kind,
    kindName: ORGANISATION_KINDS[kind],
    name: unit.name,
    formerNames: [...unit.formerNames],
    creditCode: creditCode ?? null,
    level: level ?? null,
    department: department ?? null,
    territory: territory ?? null,
    territoryName: territory === undefined ? null : territoryName(territory, regions),
    through:
      parent === undefined || parentName === undefined ? null : { id: parent, name: parentName },
    status: unit.status,
    mergedInto: unit.mergedIntoName ?? null,
    people: unit.people,
  };
}

/** A region code in words, without the province: 苏州市常熟市. A code the data don't have stays as it is. */
function territoryName(code: string, regions: Regions): string {
  const region = regions.parse(code);
  if (!region.ok) return code;
  const { level, province } = region.value;
  const whole = fullName(region.value);
  return level === 'city' || level === 'county' ? whole.slice(province.length) : whole;
}

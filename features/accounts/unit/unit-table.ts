import type { ListTable } from '@fuchi/documents/list/list-table';
import { LEVELS, type UnitRow } from '../contract-unit.ts';

/** The list of units as it is taken along. */
export function unitTable(units: readonly UnitRow[]): ListTable {
  return {
    title: '单位',
    columns: [
      { title: '种类', width: 14 },
      { title: '单位名称', width: 40 },
      { title: '统一社会信用代码', width: 22 },
      { title: '层级', width: 10 },
      { title: '部门', width: 8 },
      { title: '地区代码', width: 10 },
      { title: '地区', width: 22 },
      { title: '经由单位', width: 34 },
      { title: '在职人数', width: 10 },
      { title: '状态', width: 8 },
      { title: '曾用名', width: 40 },
    ],
    rows: units.map((unit) => [
      unit.kindName,
      unit.name,
      unit.creditCode ?? '',
      unit.level === null ? '' : LEVELS[unit.level],
      unit.department ?? '',
      unit.territory ?? '',
      unit.territoryName ?? '',
      unit.through?.name ?? '',
      String(unit.people),
      unitState(unit),
      unit.formerNames.join('；'),
    ]),
  };
}

function unitState({ status, mergedInto }: UnitRow): string {
  if (mergedInto !== null) return `并入${mergedInto}`;
  return status === 'active' ? '正常' : '已关闭';
}

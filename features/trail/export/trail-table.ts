import type { ListTable } from '@fuchi/documents/list/list-table';
import { localMoment } from '@fuchi/platform-server/clock/local-moment';
import type { EventView, FieldChange } from '../contract.ts';

/** Events as a spreadsheet, masked as on the page. */
export function trailTable(events: readonly EventView[]): ListTable {
  return {
    title: '操作记录',
    columns: [
      { title: '编号', width: 10 },
      { title: '时间', width: 20 },
      { title: '对象', width: 18 },
      { title: '名称', width: 30 },
      { title: '第几条', width: 8 },
      { title: '事项', width: 22 },
      { title: '人员', width: 14 },
      { title: '岗位', width: 18 },
      { title: '单位', width: 30 },
      { title: '代谁', width: 14 },
      { title: '网络地址', width: 18 },
      { title: '变化', width: 60 },
      { title: '指南版本', width: 20 },
      { title: '摘要', width: 68 },
      { title: '封存', width: 12 },
    ],
    rows: events.map((event) => [
      event.id,
      localMoment(new Date(event.at)),
      event.subject.says,
      event.subject.name ?? '',
      String(event.number),
      event.says,
      event.by.name ?? '',
      event.by.role ?? '系统',
      event.by.organisation ?? '',
      event.by.standsInFor ?? '',
      event.by.address ?? '',
      event.changes === null ? '（不显示内容）' : event.changes.map(changeText).join('；'),
      event.guide?.slice(0, 16) ?? '',
      event.digest,
      event.sealed ?? '',
    ]),
  };
}

/** @example changeText({ field: '名称', before: '甲', after: '乙' }) // '名称：甲 → 乙' */
function changeText({ field, before, after }: FieldChange): string {
  return `${field}：${[before, after].filter((side) => side !== null).join(' → ')}`;
}

import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { conditionPassage, named, plain } from './line-passages.ts';
import type { Passage } from './passage.ts';

/** What stands outside the lines, piece by piece. */
export function guidePassages(checked: CheckedGuide): Passage[] {
  const { guide } = checked;
  const titleOf = (id: string) => checked.lines.find((l) => l.id === id)?.title ?? id;
  const titles = (ids: readonly { readonly text: string }[]) =>
    ids.map((t) => titleOf(t.text)).join('、');
  return [
    plain('指南', '名称', '', guide.title),
    ...guide.categories.flatMap((c) => [
      plain('类别', c.number, c.number, c.title),
      ...c.items.map((i) => plain('分项', i.clause, i.clause, i.title, [named('说明', i.says)])),
    ]),
    ...[...guide.calendars, ...guide.figures].map((f) =>
      plain(
        '共用的期间和数',
        f.id,
        f.clauses.map((c) => c.text).join('、'),
        `${f.id}：${f.value.text.replace('..', '至')}`,
        [named('说明', f.says)],
        [{ name: f.id, value: f.value.text.replace('..', '至') }],
      ),
    ),
    ...guide.quotas.map((q) =>
      plain(
        '合并数量',
        q.id,
        q.clause.text,
        `合计不超过${q.atMost.text}`,
        [
          named('类别', titles(q.lines)),
          named('计数', q.divides ? '等于各类之和' : '各类不再分配'),
        ],
        [{ name: '合计', value: q.atMost.text }],
      ),
    ),
    ...guide.definitions.map((d) =>
      plain('定义', d.id, d.clause.text, `${d.id}：${d.says}`, [
        named('包括', d.includes.join('；')),
        named('不包括', d.excludes.join('；')),
        named('税', d.tax ?? ''),
        named('用于', titles(d.scope)),
      ]),
    ),
    ...guide.readings.map((r) =>
      plain('条文理解', r.id, r.clause, `${r.id} ${r.point}`, [
        named('默认', r.standard),
        named('另解', r.other),
        named('存', r.form),
      ]),
    ),
    ...checked.call.map((c) => conditionPassage('申报通知条件', checked, c, '')),
    ...guide.trainingDirections.map((d) =>
      plain('培训重点方向', d.content, '', `${d.group}：${d.content}`, [named('对象', d.audience)]),
    ),
    ...guide.tables.flatMap((t) =>
      t.rows.map((row) => {
        const values = t.columns.map((c) => ({ name: c, value: row.values[c]?.text ?? '' }));
        const says = `${row.from.text}：${values.map((v) => `${v.name}${v.value}`).join('，')}`;
        return plain(t.title, row.from.text, '', says, [], values);
      }),
    ),
  ];
}

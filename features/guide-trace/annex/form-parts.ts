import type { Form, Indicator, IndicatorGroup, LevelOne, LevelTwo } from '@fuchi/guide/form';
import type { PrintedAnnex, PrintedPart } from './printed-part.ts';

/**
 * What a performance target form prints, row by row, in reading order: a merged label stands before the rows it spans.
 * Where the form goes on on a new page (另页), the labels to the left may be printed again.
 */
export function formAnnex(form: Form): PrintedAnnex {
  const plain = partsOf(form, false);
  const ways = form.pagesBefore.length === 0 ? [plain] : [partsOf(form, true), plain];
  return { number: form.id, at: form.at, ways, pageHead: '' };
}

function partsOf(form: Form, repeated: boolean): readonly PrintedPart[] {
  const part = (what: string, text: string): PrintedPart => ({ what, text, at: form.at });
  return [
    ...form.title.map((line) => part('名称', line)),
    part('年度', `（${form.year}）`),
    ...form.header.flat().map(({ name, at }) => ({ what: '表头', text: name, at })),
    ...form.goals.map((goal) => part('目标', goal)),
    part('共性', form.common),
    ...form.headings.map((heading) => part('栏目', heading)),
    ...form.levels.flatMap((one) => levelParts(form, one, repeated)),
    part('个性', form.own),
    ...noteParts(form),
  ];
}

function levelParts(form: Form, one: LevelOne, repeated: boolean): PrintedPart[] {
  const level = { what: '一级指标', text: one.name, at: one.at };
  const starts = (two: LevelTwo) => form.pagesBefore.some((page) => page.text === two.name);
  const common = { what: '共性', text: form.common, at: form.at };
  return one.parts.flatMap((two, i) => [
    ...(repeated && starts(two) ? [common, level] : i === 0 ? [level] : []),
    { what: '二级指标', text: two.name, at: two.at },
    ...two.groups.flatMap((group) => groupParts(group, form.grouping?.boxes === true)),
  ]);
}

/** A row over the group's column prints the kind of project in its own label. */
function groupParts(group: IndicatorGroup, boxes: boolean): PrintedPart[] {
  const named = group.name !== '' && !group.indicators.every((row) => row.wide);
  const text = `${group.name}${boxes ? '□' : ''}`;
  return [
    ...(named ? [{ what: '分类', text, at: group.at }] : []),
    ...group.indicators.flatMap(rowParts),
  ];
}

function rowParts({ label, measures, repeated, at }: Indicator): PrintedPart[] {
  const row = (text: string): PrintedPart => ({ what: '指标', text, at });
  const options = measures.flatMap((m) => (m.options.length > 0 ? [m.options.join('、')] : []));
  if (repeated === 0)
    return [row(label), ...options.map((o) => ({ ...row(`（${o}）`), what: '选项' }))];
  const numbered = Array.from({ length: repeated }, (_, i) => `${label} 0${i + 1}`);
  return [...numbered, '……'].map(row);
}

function noteParts({ notes }: Form): PrintedPart[] {
  return notes.flatMap(({ says, at }, i) => {
    const number = notes.length > 1 ? `${i + 1}. ` : '';
    return [{ what: '说明', text: `${i === 0 ? '说明：' : ''}${number}${says}`, at }];
  });
}

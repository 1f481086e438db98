import { fullClause } from '@fuchi/guide/full-clause';
import type { CheckedCondition, CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { clauseWords } from '@fuchi/ui/clause-words';
import type { Regions } from '@fuchi/values/region';
import { factAnchor } from '../line/fact-anchor.ts';
import { lineAnchors } from '../line/line-anchors.ts';
import { capWords } from '../words/cap-words.ts';
import { ruleWords } from '../words/rule-words.ts';
import { stageWords } from '../words/stage-words.ts';

/** One thing that can be found, with its address. */
export interface GuideEntry extends EntryText {
  /** Its place among all entries. */
  readonly id: number;
}

interface EntryText {
  /** What kind of thing it is: 支持条件, 定义, … */
  readonly kind: string;
  readonly title: string;
  /** As it is cited; '' for what has none. */
  readonly clause: string;
  readonly text: string;
  /** The page, and the id on it. */
  readonly page: string;
  readonly anchor: string;
}

/** Everything of the guide that can be read, in the guide's order. */
export function guideEntries(guide: CheckedGuide, regions: Regions): GuideEntry[] {
  const entries = [
    ...guide.lines.flatMap((line) => lineEntries(guide, line)),
    ...definitionEntries(guide),
    ...readingEntries(guide),
    ...callEntries(guide),
    ...quotaEntries(guide),
    ...trainingEntries(guide),
    ...referenceEntries(guide, regions),
  ];
  return entries.map((entry, id) => ({ ...entry, id }));
}

function lineEntries(guide: CheckedGuide, line: CheckedLine): EntryText[] {
  const anchors = lineAnchors(line);
  const { source } = line;
  const entry = (kind: string, clause: string, anchor: string, ...texts: readonly string[]) => ({
    kind,
    title: line.title,
    clause: clause === '' ? '' : fullClause(line.section, clause),
    text: told(...texts),
    page: `/guide/lines/${line.id}`,
    anchor,
  });
  return [
    {
      ...entry('项目类别', '', '', source.says, line.mode, line.notice, formWords(guide, line)),
      clause: line.section,
    },
    ...source.directions.map((d, n) =>
      entry('支持方向', d.clause, anchors.directions[n] ?? '', d.says),
    ),
    ...line.conditions.map((c) =>
      entry(
        '支持条件',
        c.clause,
        c.clause,
        c.says,
        strengthWords(c),
        certifierWords(c.certifier),
        c.elsewhere,
      ),
    ),
    ...(source.subsidy
      ? [
          entry(
            '补助标准',
            line.amountClause,
            anchors.standard,
            source.subsidy.says,
            line.notComputable,
            line.premise?.says ?? '',
            capWords(line, guide),
            ...line.steps.map((s) => `${s.id}：${ruleWords(s.node, guide)}。${s.says}`),
          ),
        ]
      : []),
    ...line.stages.map((s, n) =>
      entry('拨付', s.clause, anchors.stages[n] ?? '', s.stage, stageWords(s, guide), s.trigger),
    ),
    ...(source.applicant
      ? [entry('申报主体', source.applicant.clause.text, anchors.applicant, source.applicant.says)]
      : []),
    ...(source.quota
      ? [
          entry(
            '支持数量',
            source.quota.clause.text,
            anchors.quota,
            source.quota.atMost ? `不超过${source.quota.atMost.text}` : '',
            ...source.quota.groups.map(
              (g) =>
                `${g.name} ${g.atMost ? `不超过${g.atMost.text}` : ''}${g.atLeast ? `不少于${g.atLeast.text}` : ''}`,
            ),
          ),
        ]
      : []),
    ...line.papers.map((p) => entry('材料', p.clause, 'papers', p.name, certifierWords(p.issuer))),
    ...line.facts.flatMap((id) => {
      const spec = guide.facts[id];
      if (spec?.supplied !== '') return [];
      const columns = spec.columns.map((c) => `${c.label} ${c.says}`);
      return [
        entry(
          '申报事实',
          '',
          factAnchor(id),
          spec.label,
          spec.question,
          spec.says,
          spec.evidence.join('、'),
          ...spec.options,
          ...columns,
        ),
      ];
    }),
  ];
}

function told(...texts: readonly string[]): string {
  return texts.filter((t) => t !== '').join(' ');
}

function formWords({ guide }: CheckedGuide, line: CheckedLine): string {
  const form = guide.forms.find((f) => f.id === line.source.form);
  return form === undefined ? '' : `附件${form.id} ${form.title.join('')}`;
}

/** Where the sentence doesn't say it itself. */
function strengthWords({ says, strength }: CheckedCondition): string {
  return strength === '必须' || says.includes(strength) ? '' : strength;
}

function certifierWords(certifier: string): string {
  return certifier === '' ? '' : `${certifier}出具`;
}

function definitionEntries({ guide }: CheckedGuide): EntryText[] {
  return guide.definitions.map((d) => ({
    kind: '定义',
    title: d.id,
    clause: d.clause.text,
    text: [d.says, listed('包括', d.includes), listed('不包括', d.excludes)].join(' '),
    page: '/guide/definitions',
    anchor: d.id,
  }));
}

function listed(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${name}${items.join('；')}`;
}

function readingEntries({ guide }: CheckedGuide): EntryText[] {
  return guide.readings.map((r) => ({
    kind: '条文理解',
    title: r.id,
    clause: r.clause,
    text: `${r.point}。默认：${r.standard}。另解：${r.other}。`,
    page: '/guide/readings',
    anchor: r.id,
  }));
}

function callEntries(guide: CheckedGuide): EntryText[] {
  return guide.call.map((c) => ({
    kind: '申报通知条件（不在指南内）',
    title: clauseWords(c.clause),
    clause: clauseWords(c.clause),
    text: told(c.says, strengthWords(c), certifierWords(c.certifier)),
    page: '/guide/call',
    anchor: c.clause,
  }));
}

function quotaEntries(guide: CheckedGuide): EntryText[] {
  const titleOf = (id: string) => guide.lines.find((l) => l.id === id)?.title ?? id;
  return guide.guide.quotas.map((q) => ({
    kind: '支持数量',
    title: '合并计数',
    clause: q.clause.text,
    text: `${q.lines.map((t) => titleOf(t.text)).join('、')} 合计不超过${q.atMost.text}`,
    page: '/guide/quotas',
    anchor: q.id,
  }));
}

function trainingEntries({ guide }: CheckedGuide): EntryText[] {
  return guide.trainingDirections.map((d, n) => ({
    kind: '培训重点方向',
    title: d.group,
    clause: '',
    text: `${d.content} ${d.audience}`,
    page: '/guide/training-directions',
    anchor: `direction-${n + 1}`,
  }));
}

function referenceEntries({ guide }: CheckedGuide, regions: Regions): EntryText[] {
  const page = '/guide/reference';
  return [
    ...[...guide.calendars, ...guide.figures].map((f) => ({
      kind: '共用的期间和数',
      title: f.id,
      clause: f.clauses.map((c) => c.text).join('、'),
      text: `${f.value.text.replace('..', '至')} ${f.says}`,
      page,
      anchor: f.id,
    })),
    ...guide.tables.map((t) => ({
      kind: '参考表',
      title: t.title,
      clause: '',
      text: `${t.columns.join('、')} ${t.source} ${t.rows
        .map(
          (r) =>
            `${r.from.text} ${Object.values(r.values)
              .map((v) => v.text)
              .join(' ')}`,
        )
        .join('；')}`,
      page,
      anchor: t.id,
    })),
    ...regions.all
      .filter((r) => r.level === 'city')
      .map((city) => ({
        kind: '行政区划',
        title: city.name,
        clause: '',
        text: `${city.zone ?? ''} ${regions.all
          .filter((r) => r.level === 'county' && r.city === city.name)
          .map((r) => r.name)
          .join('、')}`,
        page,
        anchor: city.zone ?? '',
      })),
  ];
}

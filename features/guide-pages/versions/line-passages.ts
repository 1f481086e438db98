import { fullClause } from '@fuchi/guide/full-clause';
import type { CheckedCondition, CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { capWords } from '../words/cap-words.ts';
import { asRead, ruleWords } from '../words/rule-words.ts';
import { stageWords } from '../words/stage-words.ts';
import { exactText, figuresOf } from './figures-of.ts';
import type { Figure, Passage } from './passage.ts';

/** A line piece by piece, as two versions of it are compared. */
export function linePassages(guide: CheckedGuide, line: CheckedLine): Passage[] {
  const { source } = line;
  return [
    plain('名称', '名称', line.section, line.title),
    plain('方式', '方式', '', line.mode, [named('说明', line.notice)]),
    plain('绩效目标申报表', '表', '', source.form === undefined ? '无' : `附件${source.form}`),
    plain('说明', '说明', '', source.says),
    ...numbered(source.directions.map((d) => ({ clause: d.clause, says: d.says }))).map((d) =>
      plain('支持方向', d.key, fullClause(line.section, d.clause), d.says),
    ),
    ...line.conditions.map((c) => conditionPassage('支持条件', guide, c, line.section)),
    ...standard(guide, line),
    ...line.stages.map(
      (s): Passage => ({
        part: '拨付',
        key: s.stage,
        clause: fullClause(line.section, s.clause),
        says: `${s.stage}：${stageWords(s, guide)}`,
        details: told([named('时间', s.trigger)]),
        figures: s.amount ? figuresOf(s.amount) : [{ name: s.stage, value: stageWords(s, guide) }],
        exact: exactText(s.amount),
      }),
    ),
    ...(source.applicant
      ? [
          plain(
            '申报主体',
            '申报主体',
            fullClause(line.section, source.applicant.clause.text),
            source.applicant.says,
          ),
        ]
      : []),
    ...participants(line),
    ...quota(line),
    ...line.papers.map((p) => ({
      ...plain('材料', p.name, p.clause === '' ? '' : fullClause(line.section, p.clause), p.name, [
        named('出具', p.issuer),
        named('何时需要', p.when ? ruleWords(p.when, guide) : ''),
        named('审计报告', source.papers.find(({ name }) => name === p.name)?.audit ?? ''),
      ]),
      exact: exactText(p.when),
    })),
    ...source.letters.map((l) =>
      plain('承诺函', l.paper.text, '', l.promises.map((p) => p.text).join(''), []),
    ),
    ...source.annexes.map((a) =>
      plain('附表', a.name.text, '', a.paper.text, [
        named('核定', a.issuer),
        ...[a.list, ...(a.within ? [a.within] : [])].flatMap((list) => [
          named('各列', list.columns.map((c) => c.text).join('、')),
          named('核定的列', list.confirmed.map((c) => c.text).join('、')),
        ]),
      ]),
    ),
    ...facts(guide, line),
  ];
}

/** A condition of a line, or of the yearly call. */
export function conditionPassage(
  part: string,
  guide: CheckedGuide,
  c: CheckedCondition,
  section: string,
): Passage {
  const applies = c.applies && asRead(c.applies);
  return {
    part,
    key: c.clause,
    clause: fullClause(section, c.clause),
    says: c.says,
    details: told([
      named('适用', applies && applies.kind !== 'literal' ? ruleWords(applies, guide) : ''),
      named('判断', c.must ? ruleWords(c.must, guide) : ''),
      named('强度', c.strength),
      named('出具', c.certifier),
      named('佐证', c.evidence.join('、')),
      named('理解', c.readings.join('、')),
      named('另见', c.elsewhere),
    ]),
    figures: [...figuresOf(c.applies), ...figuresOf(c.must)],
    exact: [exactText(c.applies), exactText(c.must), c.each, c.opinion, c.hardUnder].join(),
  };
}

/** A piece without a rule. */
export function plain(
  part: string,
  key: string,
  clause: string,
  says: string,
  details: readonly string[] = [],
  figures: readonly Figure[] = [],
): Passage {
  return { part, key, clause, says, details: told(details), figures, exact: '' };
}

/** @example named('出具', '统计部门') // '出具：统计部门' */
export function named(name: string, said: string): string {
  return said === '' ? '' : `${name}：${said}`;
}

function told(details: readonly string[]): string[] {
  return details.filter((d) => d !== '');
}

function standard(guide: CheckedGuide, line: CheckedLine): Passage[] {
  const { subsidy } = line.source;
  if (!subsidy) return [];
  const clause = fullClause(line.section, line.amountClause);
  const cap = capWords(line, guide);
  return [
    {
      part: '补助标准',
      key: '补助标准',
      clause,
      says: subsidy.says === '' ? line.notComputable : subsidy.says,
      details: told([
        named('封顶', cap === '' ? '没有写' : cap),
        named('须先', line.premise?.says ?? ''),
        named('不能算出', line.notComputable),
      ]),
      figures: line.cap ? figuresOf(line.cap) : [],
      exact: [exactText(line.cap), exactText(line.premise?.must), line.computableUnder].join(),
    },
    ...line.steps.map(
      (s): Passage => ({
        part: '补助计算',
        key: s.id,
        clause: fullClause(line.section, s.clause),
        says: `${s.id} = ${ruleWords(s.node, guide)}`,
        details: told([named('说明', s.says)]),
        figures: figuresOf(s.node),
        exact: exactText(s.node),
      }),
    ),
  ];
}

function participants({ section, source }: CheckedLine): Passage[] {
  const { participants: all } = source;
  if (!all) return [];
  const roles = all.roles.map(
    ({ name, required, abroad }) =>
      `${name.text}${required ? '（至少一家）' : ''}${abroad ? '（可以是境外单位）' : ''}`,
  );
  return [
    plain('参与单位', '参与单位', fullClause(section, all.clause.text), all.says, [
      named('本单位', all.applicant),
      named('角色', roles.join('、')),
      named('份额', all.share ? '要填' : '不填'),
    ]),
  ];
}

function quota(line: CheckedLine): Passage[] {
  const { quota } = line.source;
  if (!quota) return [];
  const clause = fullClause(line.section, quota.clause.text);
  const most = quota.atMost?.text ?? '没有单列';
  const one = (name: string, says: string): Passage =>
    plain('支持数量', name, clause, says, [], [{ name, value: says }]);
  return [
    one('本类', `不超过${most}`.replace('不超过没有', '没有')),
    ...quota.groups.map((g) =>
      one(
        g.name,
        [g.atLeast ? `不少于${g.atLeast.text}` : '', g.atMost ? `不超过${g.atMost.text}` : ''].join(
          '',
        ),
      ),
    ),
  ];
}

function facts(guide: CheckedGuide, line: CheckedLine): Passage[] {
  return line.facts.flatMap((id) => {
    const spec = guide.facts[id];
    if (spec?.supplied !== '') return [];
    return [
      {
        ...plain('申报事实', id, '', spec.label, [
          named('类型', [spec.kind, spec.unit].filter(Boolean).join(' ')),
          named('问', spec.question),
          named('说明', spec.says),
          named('定义', spec.definition),
          named('可选', spec.options.join('、')),
          named('各列', spec.columns.map((c) => c.label).join('、')),
          named('出具', spec.certifier),
          named('佐证', spec.evidence.join('、')),
        ]),
        exact: spec.derivations.map((d) => exactText(d.node)).join(),
      },
    ];
  });
}

/** Several pieces may stand under one clause; the second and further get their number. */
function numbered(items: readonly { clause: string; says: string }[]) {
  const count = new Map<string, number>();
  return items.map((item) => {
    const n = (count.get(item.clause) ?? 0) + 1;
    count.set(item.clause, n);
    return { ...item, key: n === 1 ? item.clause : `${item.clause}-${n}` };
  });
}

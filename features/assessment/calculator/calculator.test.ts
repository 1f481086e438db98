import { loadGuide } from '@fuchi/platform-server/load-guide';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, test } from 'vitest';
import { type Answers, NO_ANSWERS } from '../answers/answers.ts';
import { assessAll, compileAll } from '../assess-all.ts';
import { questionOf } from '../round-entry.ts';
import { denyUnticked, gatesFor, gatesOf, isTicked, tick } from './gates.ts';
import { leftOpen, nextQuestion } from './question.ts';
import { type ChoiceQuestion, choose, chosen } from './screening.ts';
import { askedFor, type Group, sortingStandings } from './standing.ts';
import { statementOf } from './statement.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const guide = loaded.checked;
const parsed = regionsFrom(guide.guide.regions);
if (!parsed.ok) throw new Error(parsed.code);
const regions = parsed.value;
const gates = gatesOf(guide, regions);
const programs = compileAll(guide, { otherReadings: [], call: [] });

function stand(answers: Answers) {
  const question = questionOf(answers.facts, answers.round);
  const { assessments } = assessAll(guide, programs, regions, question);
  return sortingStandings(guide)(assessments, answers.facts);
}
function ids(answers: Answers, group: Group): string[] {
  return (stand(answers).get(group) ?? []).map((s) => s.assessment.line);
}
function asked(answers: Answers) {
  return nextQuestion(guide, answers, askedFor(stand(answers)), () => gates);
}
function applicantKind(label: string): Answers {
  const question = guide.guide.screening.find((q): q is ChoiceQuestion => q.kind === 'choice');
  const choice = question?.choices.find((c) => c.label === label);
  if (!question || !choice) throw new Error(`no choice ${label}`);
  return { ...NO_ANSWERS, facts: choose(question, choice, {}) };
}

describe('先问哪几题', () => {
  test('什么都没填时先问单位类别，再问想做什么', () => {
    expect(asked(NO_ANSWERS)).toBe('screening 0');
    expect(asked(applicantKind('规模以上工业企业'))).toBe('screening 1');
    const undecided = { ...applicantKind('规模以上工业企业'), skipped: ['screening 1'] };
    expect(asked(undecided)).toBe('gates');
    expect(asked({ ...undecided, skipped: ['screening 1', 'gates'] })).toMatch(/^fact /);
  });

  test('只问所选方向里的事实', () => {
    const answers = { ...applicantKind('规模以上工业企业'), wanted: ['一（五）'] };
    const question = asked(answers);
    const line = guide.lines.find((l) => l.id === 'data-product');
    expect(line?.facts).toContain(question?.replace('fact ', ''));
  });

  test('一类开始答了就问到底，再问别的类别', () => {
    let answers: Answers = {
      ...applicantKind('规模以上工业企业'),
      skipped: ['screening 1', 'gates', ...guide.guide.screening.map(screeningFact)],
    };
    answers = { ...answers, facts: { ...answers.facts, 已入企业库: '是' } };
    const own = guide.lines.find((l) => l.id === 'data-product')?.facts ?? [];
    for (let i = 0; i < 3; i++) {
      const fact = asked(answers)?.replace('fact ', '') ?? '';
      expect(own).toContain(fact);
      answers = { ...answers, skipped: [...answers.skipped, `fact ${fact}`] };
    }
  });

  test('说与己无关的类别不再问', () => {
    const begun = { ...applicantKind('规模以下工业企业'), wanted: ['一（五）'] };
    expect(asked(begun)).toMatch(/^fact /);
    expect(asked({ ...begun, aside: ['data-product'] })).toBeNull();
  });

  test('符合以后接着问金额要用的', () => {
    const facts = {
      ...applicantKind('规模以上工业企业').facts,
      项目实施地: '昆山市',
      备案手续: '完备',
      环评手续: '完备',
      能评手续: '完备',
      项目备案总投资: '8000',
      固定资产贷款总额: '3000',
      已获得省内金融机构发放的固定资产贷款: '是',
      已使用贷款购置项目所需设备: '是',
    };
    const answers = { ...NO_ANSWERS, facts, wanted: ['一（一）'] };
    expect(ids(answers, 'eligible')).toEqual(['tech-upgrade']);
    const line = guide.lines.find((l) => l.id === 'tech-upgrade');
    expect(line?.facts).toContain(asked(answers)?.replace('fact ', ''));
  });

  test('只有主管部门说得准的不问', () => {
    let answers: Answers = { ...applicantKind('事业单位'), wanted: ['三（四）'] };
    const order: string[] = [];
    for (let q = asked(answers); q !== null; q = asked(answers)) {
      order.push(q);
      answers = { ...answers, skipped: [...answers.skipped, q] };
    }
    const open = askedFor(stand(answers)).flatMap((s) => s.lacking.map((l) => l.fact));
    expect(open).toContain('主管部门意见');
    expect(order).not.toContain('fact 主管部门意见');
    expect(order.length).toBeGreaterThan(3);
  });

  test('跳过的题不再追问，都列出来等着补答', () => {
    let answers: Answers = { ...applicantKind('事业单位'), wanted: ['一（五）'] };
    const seen: string[] = [];
    for (let question = asked(answers); question !== null; question = asked(answers)) {
      expect(seen).not.toContain(question);
      seen.push(question);
      answers = { ...answers, skipped: [...answers.skipped, question] };
    }
    const left = () => leftOpen(guide, answers, askedFor(stand(answers))).map((l) => l.fact);
    expect(left().length).toBeGreaterThan(2);
    expect(seen).toEqual(expect.arrayContaining(left().map((fact) => `fact ${fact}`)));
    const [first = ''] = left().filter((fact) => guide.facts[fact]?.type.kind === 'bool');
    answers = { ...answers, facts: { ...answers.facts, [first]: '是' } };
    expect(left()).not.toContain(first);
  });
});

function screeningFact(question: (typeof guide.guide.screening)[number]): string {
  return question.kind === 'fact' ? `fact ${question.fact.text}` : '';
}

describe('一次勾选各类别的关键事实', () => {
  const shown = (answers: Answers) => gatesFor(gates, guide, answers, askedFor(stand(answers)));
  const enterprise = applicantKind('规模以上工业企业');

  test('每一项单独为否就足以排除它的类别', () => {
    expect(gates.length).toBeGreaterThan(10);
    for (const gate of gates)
      expect(ids({ ...NO_ANSWERS, facts: denyUnticked([gate], {}) }, 'ineligible')).toEqual(
        expect.arrayContaining([...gate.lines]),
      );
  });

  test('没勾的按否处理，勾了的类别留下并排在最前', () => {
    const merger = gates.find((g) => g.lines.includes('merger'));
    if (!merger) throw new Error('merger has no gate');
    expect(merger.spec.id).toBe('兼并重组发起方企业');
    const facts = denyUnticked(shown(enterprise), tick(merger, true, enterprise.facts));
    expect(ids({ ...enterprise, facts }, 'undetermined')[0]).toBe('merger');
    expect(ids({ ...enterprise, facts }, 'ineligible')).toContain('data-product');
  });

  test('年度的勾选只表示有，年度另问；不勾是“无”', () => {
    const giant = gates.find((g) => g.lines.includes('little-giant'));
    if (!giant) throw new Error('little-giant has no gate');
    const ticked = tick(giant, true, {});
    expect(isTicked(giant, ticked)).toBe(true);
    expect(denyUnticked([giant], ticked)).toEqual({ [giant.spec.id]: '' });
    expect(denyUnticked([giant], tick(giant, false, ticked))).toEqual({
      [giant.spec.id]: { none: true },
    });
  });

  test('返回时仍列出答过的，单位类别已经定了的不列', () => {
    const before = shown(enterprise).map((g) => g.spec.id);
    const facts = denyUnticked(shown(enterprise), enterprise.facts);
    expect(shown({ ...enterprise, facts }).map((g) => g.spec.id)).toEqual(before);
    const park = applicantKind('软件园、经开区、高新区等园区');
    expect(shown(park).map((g) => g.spec.id)).not.toContain('兼并重组发起方企业');
  });

  test.each([
    ['兼并重组发起方企业', '申报单位为兼并重组的发起方企业'],
    ['有较好的研发基础', '申报单位对攻关产品或技术有较好的研发基础'],
    ['项目建设运营单位', '申报单位是项目的建设运营单位'],
    [
      '方案成熟可复制推广',
      '项目能在重点行业形成成熟的解决方案和良好的运行模式，并在行业领域内复制推广',
    ],
    ['省级专精特新小巨人认定年度', '有“省级专精特新小巨人认定年度”'],
  ])('问句改成可以勾的一句话：%s', (id, says) => {
    const spec = guide.facts[id];
    expect(spec && statementOf(spec)).toBe(says);
  });
});

describe('单位类别', () => {
  test('规模以下企业不符合要求规上的类别，其余仍为待定', () => {
    const answers = applicantKind('规模以下工业企业');
    expect(ids(answers, 'ineligible')).toContain('smart-factory');
    expect(ids(answers, 'undetermined')).toContain('green-upgrade');
    expect(ids(answers, 'eligible')).toEqual([]);
  });

  test('设区市工信局只剩下与它有关的类别', () => {
    const left = ids(applicantKind('设区市工信局'), 'undetermined');
    expect(left).toContain('exhibition');
    expect(left).not.toContain('merger');
    expect(left).not.toContain('little-giant');
  });

  test('不由单位申报的类别不在待定里', () => {
    expect(ids(NO_ANSWERS, 'not-applied')).toEqual([
      'free-diagnosis',
      'new-energy-vehicle',
      'national-centre-matching',
    ]);
  });

  test('改选时收回上一选择填的事实，自己改过的保留', () => {
    const question = guide.guide.screening.find((q): q is ChoiceQuestion => q.kind === 'choice');
    const [big, , , public_] = question?.choices ?? [];
    if (!question || !big || !public_) throw new Error('choices are missing');
    const first = choose(question, big, { 项目总投入: '5000' });
    expect(chosen(question, first)).toBe(big);
    const second = choose(question, public_, first);
    expect(chosen(question, second)).toBe(public_);
    expect(second['项目总投入']).toBe('5000');
    expect(choose(question, undefined, second)).toEqual({ 项目总投入: '5000' });
    const own = { ...first, 机构类型: '事业单位' };
    expect(chosen(question, own)).toBeUndefined();
    expect(choose(question, undefined, own)['机构类型']).toBe('事业单位');
  });

  test('每个选项都能认出自己', () => {
    const question = guide.guide.screening.find((q): q is ChoiceQuestion => q.kind === 'choice');
    for (const choice of question?.choices ?? [])
      expect(question && chosen(question, choose(question, choice, {}))?.label).toBe(choice.label);
  });
});

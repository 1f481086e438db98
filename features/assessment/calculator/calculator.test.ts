import { loadGuide } from '@fuchi/platform-server/load-guide';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, test } from 'vitest';
import { type Answers, NO_ANSWERS } from '../answers/answers.ts';
import { assessAll, compileAll } from '../assess-all.ts';
import { questionOf } from '../round-entry.ts';
import { nextQuestion } from './question.ts';
import { type ChoiceQuestion, choose, chosen } from './screening.ts';
import { type Group, standings } from './standing.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const guide = loaded.checked;
const parsed = regionsFrom(guide.guide.regions);
if (!parsed.ok) throw new Error(parsed.code);
const regions = parsed.value;
const programs = compileAll(guide, { otherReadings: [], call: [] });

function stand(answers: Answers) {
  const question = questionOf(answers.facts, answers.round);
  return standings(guide, assessAll(guide, programs, regions, question).assessments);
}
function ids(answers: Answers, group: Group): string[] {
  return (stand(answers).get(group) ?? []).map((s) => s.assessment.line);
}
function asked(answers: Answers) {
  return nextQuestion(guide, answers, stand(answers).get('undetermined') ?? []);
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
    expect(asked({ ...applicantKind('规模以上工业企业'), skipped: ['screening 1'] })).toMatch(
      /^fact /,
    );
  });

  test('只问所选方向里的事实', () => {
    const answers = { ...applicantKind('规模以上工业企业'), wanted: ['一（五）'] };
    const question = asked(answers);
    const line = guide.lines.find((l) => l.id === 'data-product');
    expect(line?.facts).toContain(question?.replace('fact ', ''));
  });

  test('由主管部门决定的放到最后才问', () => {
    let answers: Answers = { ...applicantKind('事业单位'), wanted: ['三（四）'] };
    const order: string[] = [];
    for (let q = asked(answers); q !== null && !order.includes(q); q = asked(answers)) {
      order.push(q);
      answers = { ...answers, skipped: [...answers.skipped, q] };
    }
    expect(order).toContain('fact 主管部门意见');
    const own = order.filter((q) => guide.facts[q.slice(5)]?.statedBy === '申报单位');
    expect(own.every((q) => order.indexOf(q) < order.indexOf('fact 主管部门意见'))).toBe(true);
  });

  test('跳过的题放到最后再问，不会再也不问', () => {
    let answers: Answers = { ...applicantKind('事业单位'), wanted: ['一（五）'] };
    const seen = new Set<string>();
    for (;;) {
      const question = asked(answers);
      expect(question).not.toBeNull();
      if (question === null || seen.has(question)) break;
      seen.add(question);
      answers = { ...answers, skipped: [...answers.skipped, question] };
    }
    expect(seen.size).toBeGreaterThan(2);
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

import { describe, expect, test } from 'vitest';
import { deadlineNotice } from './deadline-notice.ts';

const DEADLINE = new Date('2022-04-15T09:00:00Z');
const HOUR = 3_600_000;
const draft = {
  application: '12',
  lineTitle: '数据产品化项目',
  stateName: '填报中',
  deadline: DEADLINE,
};
const at = (hours: number) => deadlineNotice(draft, new Date(DEADLINE.getTime() - hours * HOUR));

describe('截止前告诉没有提交的', () => {
  test.each([
    [168.01, undefined, undefined],
    [168, '7d', false],
    [72.01, '7d', false],
    [72, '3d', false],
    [24, '1d', true],
    [2.01, '1d', true],
    [2, '2h', true],
    [0.01, '2h', true],
    [0, undefined, undefined],
    [-1, undefined, undefined],
  ])('还有%d小时：%s', (hours, step, urgent) => {
    const notice = at(hours);
    expect([notice?.about.split('-').at(2), notice?.urgent]).toEqual([step, urgent]);
  });

  test('说的是当地时间，带到这份申报；推迟了就重新说', () => {
    expect(at(24)).toMatchObject({
      title: '“数据产品化项目”的申报还没有提交，不到1天就截止',
      body: '申报截止时间是2022-04-15 17:00。这份申报现在是“填报中”，逾期不能提交。',
      leadsTo: '/applications/12',
    });
    const later = { ...draft, deadline: new Date(DEADLINE.getTime() + 24 * HOUR) };
    const again = deadlineNotice(later, DEADLINE);
    expect(again?.about).not.toBe(at(24)?.about);
  });
});

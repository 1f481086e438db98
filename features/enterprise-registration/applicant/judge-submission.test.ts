import { describe, expect, test } from 'vitest';
import type { Draft } from '../contract.ts';
import { REGIONS, regionOf } from '../regions.fixture.ts';
import { submissionFaultText, submitRefusedText } from '../registration-text.ts';
import { codeView } from './code-view.ts';
import { judgeSubmission } from './judge-submission.ts';
import { claimRefusal } from './submit.ts';

const WHOLE: Draft = {
  purpose: 'new',
  creditCode: '91440300192317458F',
  codeOverride: '',
  name: ' 示例精工有限公司 ',
  territory: '320583',
  recommender: '7',
  contactName: '示例联系人',
  contactPhone: '0512-5555 1234',
  contactEmail: '',
  licence: '1',
  authorisation: '2',
};
const faults = (draft: Partial<Draft>) => {
  const judged = judgeSubmission({ ...WHOLE, ...draft }, REGIONS);
  return judged.ok
    ? []
    : judged.faults.map((fault) => `${fault.path}：${submissionFaultText(fault)}`);
};

describe('提交的注册', () => {
  test('齐全', () => {
    const judged = judgeSubmission(WHOLE, REGIONS);
    expect(judged).toMatchObject({
      ok: true,
      submission: {
        name: '示例精工有限公司',
        territory: { name: '昆山市' },
        contact: { email: undefined },
      },
    });
  });

  test('全空，一次说清全部', () => {
    const empty = {
      creditCode: '',
      name: ' ',
      territory: '',
      recommender: '' as const,
      contactName: '',
      contactPhone: '',
      licence: null,
      authorisation: null,
    };
    expect(faults(empty)).toEqual([
      'creditCode：请输入统一社会信用代码',
      'name：请输入单位名称',
      'territory：请选择注册地',
      'recommender：请选择推荐单位',
      'contactName：请输入联系人姓名',
      'contactPhone：请输入联系电话',
      'licence：请上传营业执照',
      'authorisation：请上传授权书',
    ]);
  });

  test.each([
    ['9144030019231745', 'creditCode：统一社会信用代码为18位，现在是16位'],
    [
      '91440300192317458O',
      'creditCode：统一社会信用代码只有数字和大写字母，没有“O”（不用I、O、S、V、Z）',
    ],
    [
      '91440300192317458A',
      'creditCode：按前17位计算，最后一位应为F，填的是A。请核对；执照上确实如此，请写明情况',
    ],
  ])('代码 %s', (creditCode, said) => {
    expect(faults({ creditCode })).toEqual([said]);
  });

  test('校验不过而写明情况的，收下并记着', () => {
    const judged = judgeSubmission(
      { ...WHOLE, creditCode: '91440300192317458a', codeOverride: '2015年换证，执照上如此' },
      REGIONS,
    );
    expect(judged).toMatchObject({
      submission: {
        creditCode: { text: '91440300192317458A', overridden: '2015年换证，执照上如此' },
      },
    });
  });

  test('别的省、整个省，不是注册地', () => {
    for (const territory of ['320000', '340100', '999999']) {
      expect(faults({ territory })).toEqual(['territory：请选择注册地']);
    }
  });

  test('电话和邮箱', () => {
    expect(faults({ contactPhone: '电话', contactEmail: 'a@' })).toEqual([
      'contactPhone：请输入手机或固定电话号码',
      'contactEmail：邮箱写法有误',
    ]);
  });
});

const UNIT = {
  id: '3',
  name: '示例精工有限公司',
  territory: '320583',
  administrators: ['张晓明', '李'],
};

describe('代码已有人用', () => {
  const refusal = (
    purpose: Draft['purpose'],
    place: string,
    claim: Parameters<typeof claimRefusal>[1],
  ) => {
    const refused = claimRefusal({ purpose, territory: regionOf(place) }, claim, REGIONS);
    return refused && submitRefusedText(refused).text;
  };

  test('说清楚是谁、怎么办', () => {
    expect(refusal('new', '昆山市', { unit: UNIT, waitingAt: undefined })).toBe(
      '“示例精工有限公司”已用这个代码注册。请联系本单位的管理员（张**、李），由其邀请您加入；管理员已离职或联系不上，可以改为“接管已注册的单位”，凭营业执照和授权书由推荐单位核准',
    );
  });

  test('接管由单位登记地受理', () => {
    const claim = { unit: UNIT, waitingAt: undefined };
    expect(refusal('take-over', '昆山市', claim)).toBeUndefined();
    expect(refusal('take-over', '常熟市', claim)).toBe('这个单位登记在昆山市，请选择昆山市');
  });

  test('没有注册过的，不必接管', () => {
    const free = { unit: undefined, waitingAt: undefined };
    expect(refusal('new', '昆山市', free)).toBeUndefined();
    expect(refusal('take-over', '昆山市', free)).toMatch(/^这个代码还没有单位注册/);
  });

  test('有人先提交了', () => {
    const waiting = { unit: undefined, waitingAt: '昆山市工信局' };
    expect(refusal('new', '昆山市', waiting)).toMatch(/正在昆山市工信局审核/);
  });

  test('边填边看：名称写全，管理员只留姓', async () => {
    const view = await codeView('９１440300192317458f', async () => ({
      unit: UNIT,
      waitingAt: undefined,
    }));
    expect(view).toMatchObject({
      check: 'ok',
      creditCode: '91440300192317458F',
      claimed: { name: '示例精工有限公司', administrators: ['张**', '李'] },
    });
    const asked = await codeView('123', () => Promise.reject(new Error('looked up')));
    expect(asked).toMatchObject({ check: 'malformed', claimed: null });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Signature, type SignOffChain, signOffRefusal, signOffState } from './sign-off.ts';

const CHAIN: SignOffChain = {
  id: 'award',
  name: '立项签批',
  steps: [
    { name: '经办', role: 'line-officer' },
    { name: '归口处室负责人', role: 'office-head' },
    { name: '分管领导', role: 'leader' },
    { name: '财政会签', role: 'finance-head' },
  ],
};

const signature = (step: number, account: string, differs: Partial<Signature> = {}): Signature => ({
  step,
  agreed: true,
  opinion: '同意',
  account,
  holder: account,
  date: '2022-06-01',
  ...differs,
});
const next = (role: 'line-officer' | 'office-head', account: string, holder = account) =>
  ({ role, account, holder, opinion: '同意' }) as const;

describe('签批走到哪一步', () => {
  test('一步一步，全部同意才算同意', () => {
    const people = ['甲', '乙', '丙', '丁'];
    const states = [0, 1, 2, 3, 4].map((n) =>
      signOffState(
        CHAIN,
        people.slice(0, n).map((who, i) => signature(i, who)),
      ),
    );
    expect(states).toEqual([
      { state: 'waiting', step: 0 },
      { state: 'waiting', step: 1 },
      { state: 'waiting', step: 2 },
      { state: 'waiting', step: 3 },
      { state: 'agreed' },
    ]);
  });

  test('一步不同意就到此为止', () => {
    const signed = [signature(0, '甲'), signature(1, '乙', { agreed: false })];
    expect(signOffState(CHAIN, signed)).toEqual({ state: 'declined', step: 1 });
    expect(signOffRefusal(CHAIN, signed, next('office-head', '丙'))).toEqual({ code: 'finished' });
  });
});

describe('谁不能签', () => {
  test('轮到的人写了意见就能签', () => {
    expect(signOffRefusal(CHAIN, [signature(0, '甲')], next('office-head', '乙'))).toBeUndefined();
  });

  test.each([
    [
      '不是这一步的角色',
      next('line-officer', '乙'),
      { code: 'wrong-step-role', step: '归口处室负责人' },
    ],
    ['自己已签过一步', next('office-head', '甲'), { code: 'holds-another-step', step: '经办' }],
    ['代签过一步的本人', next('office-head', '乙', '甲'), { code: 'holds-another-step' }],
    ['没有意见', { ...next('office-head', '乙'), opinion: ' ' }, { code: 'no-opinion' }],
  ] as const)('%s', (_name, who, refused) => {
    expect(signOffRefusal(CHAIN, [signature(0, '甲')], who)).toMatchObject(refused);
  });

  test('替别人签过的，自己的一步也不能再签', () => {
    const signed = [signature(0, '代理人', { holder: '甲' })];
    expect(signOffRefusal(CHAIN, signed, next('office-head', '代理人'))).toMatchObject({
      code: 'holds-another-step',
    });
  });

  test('不论怎么代签，同意了的链上没有一个人出现两次', () => {
    const person = fc.constantFrom('甲', '乙', '丙', '丁', '戊');
    fc.assert(
      fc.property(fc.array(fc.tuple(person, person), { maxLength: 30 }), (tries) => {
        const signed: Signature[] = [];
        for (const [account, holder] of tries) {
          const role = CHAIN.steps[signed.length]?.role ?? 'leader';
          const who = { role, account, holder, opinion: '同意' };
          if (signOffRefusal(CHAIN, signed, who) === undefined) {
            signed.push(signature(signed.length, account, { holder }));
          }
        }
        const named = signed.flatMap((s) => [...new Set([s.account, s.holder])]);
        expect(new Set(named).size).toBe(named.length);
        expect(signed.length).toBeLessThanOrEqual(CHAIN.steps.length);
      }),
    );
  });
});

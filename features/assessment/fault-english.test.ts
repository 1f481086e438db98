import { INPUT } from '@fuchi/policy/sentence/input';
import { sentenceOf } from '@fuchi/policy/sentence/sentence';
import { expect, test } from 'vitest';
import { ENGLISH, englishOf } from './fault-english.ts';

test('whatever is said of bad input in Chinese is said in English', () => {
  expect(Object.keys(ENGLISH).sort()).toEqual(Object.keys(INPUT).sort());
});

const FACTS = {
  label: '项目总投入',
  name: '项目总投人',
  nearest: '项目总投入',
  given: '八千',
  wanted: '金额',
  unit: '万元',
  least: '0%',
  most: '100%',
  words: '甲、乙',
  candidates: '甲市鼓楼区、乙市鼓楼区',
  limit: '20000',
};

test.each(Object.keys(ENGLISH))(
  '%s names what the Chinese sentence names, and what to do',
  (code) => {
    const english = englishOf({ code, facts: FACTS });
    const chinese = sentenceOf(code, FACTS);
    for (const said of [FACTS.label, FACTS.name, FACTS.given]) {
      expect(english.message.includes(`“${said}”`), said).toBe(
        chinese.message.includes(`“${said}”`),
      );
    }
    expect(english.message).toMatch(/^[A-Z“]/);
    expect(english.fix).not.toBe('');
  },
);

test('a name as long as a body is cut', () => {
  const { message } = englishOf({ code: 'input-unknown-fact', facts: { name: '项'.repeat(500) } });
  expect(message.length).toBeLessThan(120);
});

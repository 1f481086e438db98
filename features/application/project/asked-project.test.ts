import { expect, test } from 'vitest';
import { ASKED } from '../asked-names.ts';
import { GUIDE } from '../prints/content.fixture.ts';
import { askedProject } from './asked-project.ts';

const factsOf = (line: string) => GUIDE.lines.find(({ id }) => id === line)?.facts ?? [];
const left = (line: string) => {
  const asked = askedProject(factsOf(line));
  return ASKED.project.filter((name) => !asked.includes(name));
};

test('事实已经问的不再问', () => {
  expect(left('tech-upgrade')).toEqual(['项目地址', '总投资']);
  expect(left('data-product')).toEqual(['完成日期', '总投资']);
  expect(left('talent-training')).toEqual([]);
  expect(left('exhibition')).not.toContain('总投资');
  expect(left('xinchuang-lab')).toContain('总投资');
});

test('指南的事实改了名，这里会知道：每一种都有类别问到', () => {
  const seen = new Set(GUIDE.lines.flatMap(({ id }) => left(id)));
  expect([...seen].sort()).toEqual(['完成日期', '总投资', '起始日期', '项目地址'].sort());
});

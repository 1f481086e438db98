import { loadGuide } from '@fuchi/platform-server/load-guide';
import { readCases } from '@fuchi/policy/case/read-case';
import { runCase } from '@fuchi/policy/case/run-case';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, it } from 'vitest';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const regions = regionsFrom(loaded.checked.guide.regions);
if (!regions.ok) throw new Error(regions.code);

describe('指南数据', () => {
  it('没有错误', () => {
    expect(loaded.faults).toEqual([]);
  });
});

for (const [path, source] of loaded.files) {
  if (!path.startsWith('cases/')) continue;
  const line = path.slice('cases/'.length, -'.yaml'.length);
  const { cases, faults } = readCases(path, source);
  describe(`${line} 例`, () => {
    it('例写得对', () => expect(faults.sorted()).toEqual([]));
    it.each(cases.map((c) => [`${c.id} ${c.says}`, c] as const))('%s', (_, example) => {
      expect(runCase(loaded.checked, line, example, regions.value)).toEqual([]);
    });
  });
}

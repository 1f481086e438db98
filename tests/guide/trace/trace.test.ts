import { existsSync, readFileSync } from 'node:fs';
import { exposureOf } from '@fuchi/guide-trace/exposure/exposure';
import { slipSentence } from '@fuchi/guide-trace/report/trace-words';
import { textSlips } from '@fuchi/guide-trace/slips/text-slips';
import { readText } from '@fuchi/guide-trace/text/read-text';
import { trace } from '@fuchi/guide-trace/trace';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { describe, expect, test } from 'vitest';
import { characterSlips, rowSlips } from './annex-slips.ts';
import { removals } from './removal.ts';

/** The guide's text isn't part of the project. */
const TEXT = '../shared/guide/guide-2022.txt';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { guide } = loaded.checked;

describe.skipIf(!existsSync(TEXT))('指南数据与指南正文', () => {
  const read = readText(existsSync(TEXT) ? readFileSync(TEXT, 'utf8') : '');
  const traced = trace(guide, read);

  test('正文的数都有载明或写明原因，数据没有正文不写的数', () => {
    expect(traced.findings.map((f) => JSON.stringify(f).slice(0, 300))).toEqual([]);
    const carried = traced.occurrences.filter((o) => o.state === 'carried');
    expect(carried.length).toBeGreaterThan(150);
  });

  // Every seventh character here; the page of proof counts all of them.
  test('附件与申报表逐字相同：错、漏、多一个字，少、多、错一行，都看得出来', () => {
    expect(guide.forms).toHaveLength(23);
    const slips = guide.forms.flatMap((form) => [
      characterSlips(form, read, 7),
      rowSlips(form, read),
    ]);
    expect(slips.flatMap((s) => s.unseen)).toEqual([]);
    expect(slips.reduce((n, s) => n + s.planted, 0)).toBeGreaterThan(3000);
  });

  test('附件1-24与重点方向逐字相同', () => {
    const seen = guide.trainingDirections.filter((direction, i) => {
      const changed = { ...direction, content: direction.content.slice(1) };
      const trainingDirections = guide.trainingDirections.with(i, changed);
      return trace({ ...guide, trainingDirections }, read).findings.length > 0;
    });
    expect(seen).toEqual(guide.trainingDirections);
  });

  test('每个数拿掉以后，正文里恰好是它载明的那些数没有载明', () => {
    const all = removals(guide, read);
    expect(all.length).toBeGreaterThan(200);
    const inexact = all.filter(
      (r) => [...r.carried].sort().join() !== [...r.uncarried].sort().join(),
    );
    expect(inexact).toEqual([]);
  });

  test('看得出指南文字的疏漏', () => {
    expect(textSlips(guide, read).map((s) => `${s.clause} ${slipSentence(s)}`)).toEqual([
      '一(四)2(1)④ “1000万”后面少了“元”',
      '二(二)3 “包括”连写了两遍',
      '附件1-5 申报表写“服务化改造升级项目”，正文写“服务化改造升级标杆示范项目”',
      '附件1-19 申报表写“制造业创新中心创新能力建设项目”，正文写“省级制造业创新中心创新能力建设项目”',
      '附件1-20 申报表写“集群发展促进机构培育项目”，正文写“集群发展促进机构项目”',
      '附件1-22 申报表写“信息消费升级服务平台项目”，正文写“信息消费升级平台项目”',
    ]);
  });

  // Every fifth here; the page of proof counts all of them.
  test('去掉一个条件，多半看得出来', () => {
    const before = traced.findings.length;
    const all = guide.lines.flatMap((line) => line.conditions).filter((_, i) => i % 5 === 0);
    const seen = guide.lines.flatMap((line) =>
      line.conditions.filter((c) => {
        if (!all.includes(c)) return false;
        const conditions = line.conditions.filter((other) => other !== c);
        const lines = guide.lines.map((l) => (l === line ? { ...l, conditions } : l));
        return trace({ ...guide, lines }, read).findings.length > before;
      }),
    );
    expect(seen.length / all.length).toBeGreaterThan(0.75);
  });
});

test('最多可能补助', () => {
  const { rows, total } = exposureOf(guide);
  const of = (id: string) => rows.find((r) => r.lines.includes(id));
  expect(of('tech-upgrade')?.amount).toBe('400000');
  expect(of('identifier-node')?.amount).toBe('10000');
  expect(of('sme-platform')).toMatchObject({ places: '30', because: 'open-ceiling' });
  expect(of('exhibition')).toMatchObject({ ceiling: '1000', because: 'no-places' });
  expect(rows.flatMap((r) => r.lines).sort()).toEqual(guide.lines.map((l) => l.id).sort());
  expect(total).toBe('957500');
});

import { documentTexts } from '@fuchi/documents/pdf/document-texts';
import { describe, expect, test } from 'vitest';
import { contentOf, EXAMPLES, GUIDE } from '../prints/content.fixture.ts';
import { reportOutline } from './report-outline.ts';

const textsOf = (example: keyof typeof EXAMPLES) =>
  documentTexts(reportOutline(contentOf(EXAMPLES[example]), GUIDE));

describe('资金申请报告提纲', () => {
  test.each(Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[])('%s：六章，留着要写的', (name) => {
    const texts = textsOf(name);
    const chapters = texts.filter((text) => /^[一二三四五六七]、/.test(text));
    expect(chapters).toEqual([
      '一、申报单位基本情况',
      '二、项目概况',
      '三、对照支持条件逐条说明',
      '四、项目投入与资金来源',
      '五、绩效目标',
      '六、附件目录',
    ]);
    expect(texts.filter((text) => text.startsWith('【')).length).toBeGreaterThan(5);
    expect(texts.join('\n')).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('每条支持条件各有一节，写明条款、规定和已填的情况', () => {
    const content = contentOf(EXAMPLES.techUpgrade);
    const { conditions } = content.assessment as { conditions: readonly { says: string }[] };
    const texts = textsOf('techUpgrade');
    for (const { says } of conditions) expect(texts).toContain(`指南规定：${says}`);
    const sections = texts.filter((text) => /^（[一二三四五六七八九十]+）/.test(text));
    expect(sections).toHaveLength(conditions.length);
    expect(sections[0]).toMatch(/^（一）一（一）/);
    expect(texts.join('\n')).toContain('8,600万元');
  });

  test('说到补助只说标准，不说能得多少', () => {
    const said = textsOf('techUpgrade').join('\n');
    expect(said).toContain('指南规定的补助标准');
    expect(said).not.toMatch(/拟补助|应补助|获得补助|可得/);
  });

  test('附件目录是本项目类别要的材料', () => {
    const texts = textsOf('industrialPlatform');
    expect(texts.filter((text) => /^\d+\. /.test(text)).map((text) => text.split('（')[0])).toEqual(
      [
        '1. 平台认定文件',
        '2. 量化指标达标证明',
        '3. 与工业互联网平台监测系统',
        '4. 验收意见',
        '5. 专项审计报告或项目投资明细',
      ],
    );
  });
});

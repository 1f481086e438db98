import { readPageCode } from '@fuchi/documents/application/page-code';
import type { OfficialDocument } from '@fuchi/documents/document';
import { documentTexts } from '@fuchi/documents/pdf/document-texts';
import { contentDigest } from '@fuchi/record-application/content-digest';
import { describe, expect, test } from 'vitest';
import { contentOf, EXAMPLES, GUIDE } from './content.fixture.ts';
import type { Example } from './example.fixture.ts';
import { type PrintDocument, printDocuments } from './print-documents.ts';

const { techUpgrade, coreTechnology, talentTraining, industrialPlatform } = EXAMPLES;

const printsOf = (example: Example) => printDocuments(contentOf(example), GUIDE);

function print(example: Example, kind: string): OfficialDocument {
  const found = printsOf(example).find((one) => one.kind === kind);
  if (!found) throw new Error(`no print ${kind}`);
  return found.document;
}

const textOf = (document: OfficialDocument) => documentTexts(document).join('\n');

/** Each table as rows of texts. */
function tablesOf({ blocks }: OfficialDocument): readonly (readonly string[][])[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? [
          block.rows.map(({ cells }) =>
            cells.map(({ lines }) =>
              lines.map((runs) => runs.map((r) => r.text).join('')).join('\n'),
            ),
          ),
        ]
      : [],
  );
}

const rowOf = (document: OfficialDocument, first: string) =>
  tablesOf(document)
    .flat()
    .find((row) => row[0] === first);

describe('which prints a version has', () => {
  test.each<[string, Example, readonly string[]]>([
    ['技术改造', techUpgrade, ['application', 'performance', 'commitment']],
    ['攻关', coreTechnology, ['application', 'performance', 'commitment']],
    ['培训', talentTraining, ['application', 'performance', 'commitment']],
    ['平台', industrialPlatform, ['application', 'performance', 'commitment', 'letter-1']],
  ])('%s', (_, example, kinds) => {
    expect(printsOf(example).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('every page says which print, version and digest it is of', () => {
    const content = contentOf(industrialPlatform);
    const digest = contentDigest(content);
    for (const { kind, title, document } of printDocuments(content, GUIDE)) {
      const { foot, pageNumber } = document.furniture;
      if (typeof foot?.code !== 'object') throw new Error('a code for each page');
      const code = readPageCode(`${foot.code.before}7${foot.code.after}`);
      expect(code).toEqual({
        application: '128',
        version: 1,
        kind,
        page: 7,
        digest: digest.slice(0, 12),
      });
      expect(foot.version).toBe(`${title}　申报号128　第1版`);
      expect(foot.digest.replaceAll(' ', '')).toBe(digest.slice(0, 12));
      expect(pageNumber).toBe('of-total');
    }
  });
});

describe('申报书', () => {
  const document = print(techUpgrade, 'application');
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.style === 'heading-1'
      ? [block.runs.map((r) => r.text).join('')]
      : [],
  );

  test('has its parts in order, lists at the end on lying pages', () => {
    expect(headings).toEqual([
      '一、申报单位',
      '二、申报项目',
      '三、申报事实',
      '四、对照指南自评',
      '五、申报材料',
      '六、申报单位签章',
      '附表1　项目固定资产贷款（2笔，已列全）',
      '附表2　使用项目固定资产贷款购置的设备发票（12张，已列全）',
    ]);
    const sections = document.blocks.filter((block) => block.kind === 'section');
    expect(sections.map(({ page }) => page.orientation)).toEqual(['landscape', 'landscape']);
  });

  test('names round, line, applicant and recommender on its cover', () => {
    const cover = tablesOf(document)[0];
    expect(cover).toEqual([
      ['项目类别', '一（一） 技术改造贷款贴息和设备补助项目'],
      ['项目名称', techUpgrade.title],
      ['申报单位', '示例精密传动（常熟）股份有限公司'],
      ['统一社会信用代码', '91320581MA1SL0009H'],
      ['项目推荐单位', '示例常熟市工业和信息化局'],
      ['申报批次', '2022年度第一批'],
      ['申报号和版本', '128　第1版'],
      ['定稿时间', '2022-04-08 14:30'],
    ]);
  });

  test.each([
    ['规模以上工业企业', ['是', '2021年规模以上工业企业名录', '3']],
    ['项目备案总投资', ['8,600万元', '企业申报', '1(2)a']],
    ['固定资产贷款总额', ['5,000万元', '按填报推算', '1(2)b']],
    ['主管部门意见', ['未填报', '', '1(2)a']],
    ['项目固定资产贷款', ['2笔，已列全（见附表1）', '企业申报', '1(2)b、2']],
    ['财务管理机构和制度健全', ['未填报', '', '申报通知3']],
  ])('tells of %s its value, unit, source and clause', (fact, told) => {
    expect(rowOf(document, fact)?.slice(1)).toEqual(told);
  });

  test('lists rows with their sums, and those within rows with the row they belong to', () => {
    const [loans, periods, invoices] = tablesOf(document).slice(-3);
    expect(loans?.[0]).toEqual([
      '序号',
      '借据号',
      '贷款金融机构',
      '本金（万元）',
      '已发放金额（万元）',
      '期限（年）',
      '定价日',
      '合同利率（%）',
      '土建占比（%）',
    ]);
    expect(loans?.at(-1)).toEqual(['合计', '', '', '5,000', '4,700', '', '', '', '']);
    expect(periods?.[5]).toEqual([
      '2-1',
      'SL-2020-GD-000218',
      '2020-12-21',
      '2021-03-20',
      '2021-03-21',
      '32.625',
    ]);
    expect(invoices).toHaveLength(14);
    expect(invoices?.at(-1)?.slice(-2)).toEqual(['2,344.247788', '2,120.000001']);
  });

  test('shows the ceiling as a ceiling, and no word of an award but that it is none', () => {
    const said = textOf(document);
    expect(said).toContain('补助上限');
    expect(said).toContain('不是立项金额');
    expect(said).not.toMatch(/补助金额：|获得补助|拟补助|应补助/);
  });

  test('tells every condition with its clause and outcome', () => {
    const content = contentOf(techUpgrade);
    const { conditions } = content.assessment as { conditions: readonly { clause: string }[] };
    const clauses = tablesOf(document).find(([head]) => head?.[1] === '支持条件');
    expect(clauses).toHaveLength(conditions.length + 1);
    expect(clauses?.find(([clause]) => clause === '1(2)a')?.[3]).toBe('符合');
  });

  test('lists what is handed in, what is missing, and what came along', () => {
    const papers = tablesOf(document).find(([head]) => head?.[1] === '材料');
    expect(papers?.at(-1)?.slice(1)).toEqual(['其他说明', '', '', '厂区照片.jpg']);
    expect(rowOf(print(talentTraining, 'application'), '1')?.slice(1)).toBeDefined();
    const handedIn = tablesOf(print(industrialPlatform, 'application')).find(
      ([head]) => head?.[1] === '材料',
    );
    const letter = handedIn?.find((row) => row[1]?.includes('信通院云池'));
    expect(letter?.[4]).toBe('随本申报书打印、签章');
  });

  test.each([
    [' 62', '62%'],
    ['62％', '62%'],
    ['大部分', '大部分'],
  ])('prints the share “%s” with its sign, or as it was written', (written, printed) => {
    const content = contentOf(coreTechnology);
    const fields = { ...content.fields, 'project/本单位份额': written };
    const form = printDocuments({ ...content, fields }, GUIDE).find(
      ({ kind }) => kind === 'application',
    );
    const table = form && tablesOf(form.document).find(([head]) => head?.includes('份额'));
    expect(table?.[1]).toContain(printed);
  });

  test('a signature never stands alone on a page', () => {
    const blocks = print(coreTechnology, 'commitment').blocks;
    expect(blocks.at(-1)?.kind).toBe('stamp-place');
    expect(blocks.at(-2)).toMatchObject({ kind: 'paragraph', keepWithNext: true });
  });

  test('has participants with code and share', () => {
    const table = tablesOf(print(coreTechnology, 'application')).find(([head]) =>
      head?.includes('份额'),
    );
    // The applicant first, with its own share, though it isn't listed among the others.
    expect(table?.[1]).toEqual([
      '1',
      '示例半导体（无锡）有限公司',
      '91320214MA1SL0017U',
      '牵头单位',
      '62%',
      '',
    ]);
    expect(rowOf(print(coreTechnology, 'application'), '本单位份额')).toBeUndefined();
    expect(table?.[2]).toEqual([
      '2',
      '示例大学',
      '12320000466000002A',
      '联合体成员',
      '18%',
      '失效机理和寿命模型',
    ]);
  });

  test('has the audit reports, each with its firm, code and certified total', () => {
    const report = tablesOf(document).find((rows) => rows.flat().includes('报备验证码'));
    const cells = report?.flat() ?? [];
    const told = (name: string) => cells[cells.indexOf(name) + 1];
    expect(told('报告类型')).toBe('专项审计报告（附设备发票清单）');
    expect(told('综合评价等级')).toBe('未核');
    expect(told('报备验证码')).toBe('320000000000001');
    expect(told('审定金额')).toBe('2344.247788万元');
  });

  test('ends its text with the places to sign and seal', () => {
    const stamp = document.blocks.find((block) => block.kind === 'stamp-place');
    expect(stamp?.lines.join('')).toMatch(
      /法定代表人（签字）.*示例精密传动（常熟）股份有限公司（盖章）/,
    );
    expect(stamp?.date).toMatch(/年.*月.*日/);
  });
});

describe('信用承诺书', () => {
  const said = textOf(print(techUpgrade, 'commitment'));

  test('names fund, round, line and project, and no amount', () => {
    expect(said).toContain('2022年度江苏省工业和信息产业转型升级专项资金（2022年度第一批）');
    expect(said).toContain('技术改造贷款贴息和设备补助项目');
    expect(said).toContain(techUpgrade.title);
    expect(said).not.toMatch(/\d+(?:\.\d+)?\s*(?:万元|元|亿元)/);
  });

  test.each(['真实、准确、完整', '严重失信', '重复申报', '发票', '专款专用', '审计', '退回资金'])(
    'promises %s',
    (word) => expect(said).toContain(word),
  );
});

test('承诺函 says what the line’s data says, and by which clause', () => {
  const said = textOf(print(industrialPlatform, 'letter-1'));
  expect(said).toContain('一（三）2(2)②');
  expect(said).toContain('与工业互联网平台监测系统（信通院云池）完成对接');
  expect(said).toContain('江苏省工业和信息化厅、江苏省财政厅：');
});

test('绩效目标申报表 has what was written into its fields', () => {
  const document = print(techUpgrade, 'performance');
  expect(textOf(document)).toContain('建成年产10万件精密部件的数字化车间');
  expect(document.page.margins.bottom).toBeGreaterThanOrEqual(29);
});

test('a version that says the same has the same prints, however its fields lie', () => {
  const content = contentOf(coreTechnology);
  const turned = {
    ...content,
    fields: Object.fromEntries(Object.entries(content.fields).reverse()),
  };
  const plain = (prints: readonly PrintDocument[]) => JSON.stringify(prints);
  expect(plain(printDocuments(turned, GUIDE))).toBe(plain(printDocuments(content, GUIDE)));
  const other = { ...content, title: '别的项目' };
  expect(contentDigest(other)).not.toBe(contentDigest(content));
});

test('a guide that isn’t the content’s is a mistake of the program', () => {
  const content = contentOf(coreTechnology);
  const other = { ...content, guide: { ...content.guide, digest: '0'.repeat(64) } };
  expect(() => printDocuments(other, GUIDE)).toThrow(/not the guide/);
});

import { PDFDocument } from '@cantoo/pdf-lib';
import { EXAMPLES } from '@fuchi/application/prints/content.fixture';
import { pdfOfPictures, scannedPages } from '@fuchi/application/seal/scanned.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeForTests } from '../../apps/server/complete-application.fixture.ts';
import { fillExample } from '../../apps/server/example-draft.fixture.ts';
import { TEST_PASSWORD, testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { byKeyboard } from './by-keyboard.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';

const EXAMPLE = EXAMPLES.talentTraining;
const PRINTS = { application: '申报书', performance: '绩效目标申报表', commitment: '信用承诺书' };

describe.skipIf(!executablePath)('没有鼠标', () => {
  let desk: Desk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    desk.clock.at = new Date('2022-04-08T02:00:00Z');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  test('只用键盘：登录、开始申报、填写（其余字段由同事填好）、交材料、定稿、交盖章件、提交到回执', {
    timeout: 300_000,
  }, async () => {
    const { db, clock, machine } = desk;
    const person = await testPerson(db, machine.at);
    const round = await openRoundForTests(db, clock.at);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const { to, press, write, choose, expectAt } = byKeyboard(page);
    const main = page.getByRole('main');
    const labelled = (name: string) => main.getByLabel(name, { exact: true });
    const button = (name: string) => main.getByRole('button', { name, exact: true });
    const heading = (name: string) => main.getByRole('heading', { name, exact: true });
    // The parts stand above what is filled in.
    const part = (name: string) =>
      press(
        page
          .getByRole('navigation', { name: '申报的各部分' })
          .getByRole('link', { name, exact: true }),
        'Shift+Tab',
      );
    const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

    await page.goto(`${desk.url}/sign-in?to=/applications`);
    await write(labelled('账号'), person.login);
    await write(labelled('密码'), TEST_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '我的申报' }).waitFor();
    await press(main.getByRole('button', { name: /^申报.*产业人才培训/u }));
    await page.waitForURL(/\/applications\/\d+$/u);
    await page.getByText('尚未提交').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    const application = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const of = { application, account: person.account };
    await fillExample(db, of, EXAMPLE, clock.at);
    await completeForTests(db, { ...of, round }, clock.at);
    await page.reload();

    await press(
      page
        .getByRole('navigation', { name: '申报的各部分' })
        .getByRole('link', { name: '申报单位' }),
    );
    await write(labelled('法定代表人'), '王示例');
    await part('项目');
    await write(labelled('项目名称'), '示例人才培训（键盘）');

    await part('申报事实');
    const classes = main.getByRole('group', { name: '培训班次', exact: true });
    const names = classes.getByRole('textbox', { name: /班次名称$/u });
    await names.first().waitFor();
    const before = await names.count();
    await press(classes.getByRole('button', { name: /^添加一/u }));
    await to(names.nth(before), 'Shift+Tab');
    await write(names.nth(before), '多填的一期（示例）');
    await write(classes.getByRole('textbox', { name: /人数$/u }).nth(before), '80人');
    await press(classes.getByRole('button', { name: /^删除/u }).nth(before));
    await expect.poll(() => names.count()).toBe(before);
    await expectAt(classes.getByRole('rowheader').nth(before - 1));

    await part('绩效目标');
    await to(main.getByRole('textbox'));

    await part('材料');
    const others = main.getByRole('region', { name: '其他材料' });
    const empty = await PDFDocument.create();
    empty.addPage([595, 842]);
    const paper = await choose(others.locator('input[type=file]'));
    expect(paper.isMultiple()).toBe(true);
    await paper.setFiles(pdf('补充说明.pdf', Buffer.from(await empty.save())));
    await others.getByRole('link', { name: '补充说明.pdf' }).waitFor();
    const remove = others.getByRole('button', { name: '撤下补充说明.pdf' });
    await press(remove, 'Shift+Tab');
    await expectAt(others.getByRole('button', { name: '不撤', exact: true }));
    await looksWell(page, 'papers-remove');
    await page.keyboard.press('Escape');
    await expectAt(remove);
    await page.keyboard.press('Enter');
    await press(others.getByRole('button', { name: '撤下', exact: true }), 'Shift+Tab');
    await remove.waitFor({ state: 'detached' });
    await expectAt(others.getByRole('heading'));

    await part('检查');
    await page.getByText('检查通过').waitFor();
    await part('定稿提交');
    await press(button('定稿并生成文件'));
    await expectAt(heading('一、已定稿：第1版'));

    const upload = labelled('上传盖章的扫描件');
    const hand = async (kind: string, title: string) => {
      const print = `${desk.url}/api/applications/${application}/prints/${kind}`;
      const bytes = new Uint8Array(await (await page.request.get(print)).body());
      const sheets = await scannedPages(bytes, { dpi: 150, noise: 20 });
      const scan = await choose(upload);
      await scan.setFiles(pdf(`${title}（签章）.pdf`, await pdfOfPictures(sheets, 150)));
      await page.getByText(`认出：${title}第1`).waitFor();
      await expectAt(upload);
    };
    for (const [kind, title] of Object.entries(PRINTS)) await hand(kind, title);
    await expect.poll(() => page.getByText('已交齐').count()).toBe(3);
    await press(button('撤下信用承诺书（签章）.pdf'), 'Shift+Tab');
    await press(button('撤下'), 'Shift+Tab');
    await expectAt(heading('二、打印、签章、扫描'));
    await page.getByText('还没有交').waitFor();
    await hand('commitment', PRINTS.commitment);
    await expect.poll(() => page.getByText('已交齐').count()).toBe(3);

    await press(button('提交申报'));
    await expectAt(heading('申报回执'));
    await looksWell(page, 'keyboard-receipt');
    const { title, state } = await db
      .selectFrom('application')
      .select(['title', 'state'])
      .where('id', '=', application)
      .executeTakeFirstOrThrow();
    expect([title, state]).toEqual(['示例人才培训（键盘）', 'submitted']);
  });
});

import { contentOf, EXAMPLES } from '@fuchi/application/prints/content.fixture';
import { confirmedSaves } from '@fuchi/record-application/contract-confirmed';
import { keepConfirmed } from '@fuchi/record-application/keep-confirmed';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleDraft } from '../../apps/server/example-draft.fixture.ts';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';
import { openApplications } from './signed-in.ts';

describe.skipIf(!executablePath)('申报里的明细', () => {
  let desk: Desk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    desk.clock.at = new Date('2022-04-01T02:00:00Z');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  test('不计入的行、由谁核定的数写在表的下面，改了马上变；检查里也说', {
    timeout: 120_000,
  }, async () => {
    const { db, clock } = desk;
    const person = await testPerson(db, desk.machine.at, 'filler');
    const round = await openRoundForTests(db, clock.at);
    const who = { organisation: person.organisation.id, account: person.account };
    const example = { example: EXAMPLES.techUpgrade, round };
    const id = await exampleDraft(db, who, example, clock.at);
    const amounts = Object.entries(contentOf(EXAMPLES.techUpgrade).fields)
      .filter(([path]) => /^fact\/设备发票\/[^/]+\/不含税金额$/u.test(path))
      .map(([path, value]) => ({ path, value }));
    const by = { by: '会计师事务所', annex: '设备发票清单', day: '2022-04-01', paper: '' };
    await keepConfirmed(db, person, id, confirmedSaves(amounts, by), clock.at);

    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await openApplications(page, desk.url, person.login);
    await page.goto(`${desk.url}/applications/${id}/facts`);
    const invoices = page.locator('.field', { has: page.locator('#fact-设备发票') });
    await invoices.getByText(/^会计师事务所核定：第1—12张的不含税金额（/u).waitFor();
    await invoices.getByRole('textbox', { name: '第2张 开票日期', exact: true }).fill('2022-01-05');
    await invoices.getByRole('textbox', { name: '第3张 不含税金额', exact: true }).fill('1');
    await invoices
      .getByText(
        /第2张不计入“.*”：开票日期2022-01-05不在支持期间（2021-01-01至2021-12-31），条款2。$/u,
      )
      .waitFor();
    await invoices.getByText(/^第3张的不含税金额填的是1万元，会计师事务所核定的是/u).waitFor();
    expect(await invoices.getByText(/^会计师事务所核定：第1、2、4—12张/u).count()).toBe(1);
    await looksWell(page, 'application-lists');

    await page.goto(`${desk.url}/applications/${id}/check`);
    await page.getByText(/第2张不计入/u).waitFor();
    await page.getByText(/第3张的不含税金额填的是1万元/u).waitFor();
    await looksWell(page, 'application-lists-check');
  });
});

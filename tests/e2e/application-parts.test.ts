import { PART_NAMES } from '@fuchi/application/frame/part-names';
import { EXAMPLES } from '@fuchi/application/prints/content.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleDraft } from '../../apps/server/example-draft.fixture.ts';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';
import { openApplications } from './signed-in.ts';

describe.skipIf(!executablePath)('一项申报的各个部分', () => {
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

  test('每一部分都无障碍、手机上不横向滚动；三个类别合起来，一个部分也不漏', {
    timeout: 300_000,
  }, async () => {
    const seen = new Set<string>();
    for (const example of [
      EXAMPLES.techUpgrade,
      EXAMPLES.coreTechnology,
      EXAMPLES.industrialPlatform,
    ]) {
      const { db, clock, machine, url } = desk;
      const person = await testPerson(db, machine.at, 'filler');
      const round = await openRoundForTests(db, clock.at);
      const who = { organisation: person.organisation.id, account: person.account };
      const id = await exampleDraft(db, who, { example, round }, clock.at);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await openApplications(page, url, person.login);
      await page.goto(`${url}/applications/${id}`);
      const parts = page.getByRole('navigation', { name: '申报的各部分' });
      await parts.getByRole('link').first().waitFor();
      const ways = await parts
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      for (const way of ways) {
        const part = way.split('/')[3] ?? '';
        if (seen.has(part)) continue;
        seen.add(part);
        await page.goto(`${url}${way}`);
        await parts.locator('[aria-current="page"]').waitFor();
        await page.getByRole('main').waitFor();
        await page.waitForLoadState('networkidle');
        await looksWell(page, `part-${part}`);
      }
      await page.close();
    }
    expect([...seen].sort()).toEqual(Object.keys(PART_NAMES).sort());
  });
});

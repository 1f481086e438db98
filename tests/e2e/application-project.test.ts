import { applicationForTests } from '@fuchi/record-application/application.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';
import { openApplications } from './signed-in.ts';

describe.skipIf(!executablePath)('项目和申报单位', () => {
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

  test('项目名称和推荐单位随填随存，申报和检查都认', { timeout: 120_000 }, async () => {
    const { db } = desk;
    const person = await testPerson(db, desk.machine.at, 'filler');
    const round = await openRoundForTests(db, desk.clock.at);
    const { id: recommender } = await db
      .insertInto('organisation')
      .values({
        kind: 'recommender',
        name: '示例市工业和信息化局',
        territory: '320500',
        level: 'city',
        department: '工信',
        created_at: new Date(0),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('round_recommender')
      .values({
        round_id: round,
        organisation_id: recommender,
        territory: '320500',
        through_id: null,
      })
      .execute();
    const who = { organisation: person.organisation.id, account: person.account };
    const application = await applicationForTests(db, who, desk.clock.at, { round });
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await openApplications(page, desk.url, person.login);
    await page.goto(`${desk.url}/applications/${application}/project`);
    await page.getByLabel('项目名称').fill('示例数据产品');
    await page.getByLabel('项目推荐单位').selectOption(recommender);
    const kept = () =>
      db
        .selectFrom('application')
        .select(['title', 'recommender_id'])
        .where('id', '=', application)
        .executeTakeFirstOrThrow();
    await expect.poll(kept).toEqual({ title: '示例数据产品', recommender_id: recommender });
    for (const part of ['project', 'unit']) {
      await page.goto(`${desk.url}/applications/${application}/${part}`);
      await page.getByText('尚未提交').waitFor();
      await looksWell(page, `application-${part}`);
    }
    await page.close();
  });
});

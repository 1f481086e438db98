import { EXAMPLES } from '@fuchi/application/prints/content.fixture';
import { certified, signedPdf } from '@fuchi/application/signed/signed.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { completeForTests } from '../../apps/server/complete-application.fixture.ts';
import { exampleDraft } from '../../apps/server/example-draft.fixture.ts';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';
import { openApplications } from './signed-in.ts';

describe.skipIf(!executablePath)('电子签章', () => {
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

  test('在打印件上签章上传：说出谁签的；别的单位签的说怎么办', { timeout: 300_000 }, async () => {
    const { db, clock, machine } = desk;
    const long = { from: '2021-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
    const root = await certified({ subject: { CN: '示例电子认证根证书' }, ca: true, ...long });
    const person = await testPerson(db, machine.at);
    const { name } = person.organisation;
    const firm = await certified({ subject: { CN: name }, by: root, ...long });
    const other = await certified({ subject: { CN: '别的企业（示例）' }, by: root, ...long });
    const round = await openRoundForTests(db, clock.at, { electronicSeal: { roots: root.pem } });
    const who = { organisation: person.organisation.id, account: person.account };
    const which = { example: EXAMPLES.talentTraining, round };
    const application = await exampleDraft(db, who, which, clock.at);
    await completeForTests(db, { application, round, account: person.account }, clock.at);

    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await openApplications(page, desk.url, person.login);
    await page.goto(`${desk.url}/applications/${application}/finish`);
    await page.getByRole('button', { name: '定稿并生成文件' }).click();
    await page.getByRole('heading', { name: '打印、签章、扫描' }).waitFor();

    const path = `${desk.url}/api/applications/${application}/prints/application`;
    const print = new Uint8Array(await (await page.request.get(path)).body());
    const send = async (file: string, by: typeof firm) =>
      page.getByLabel('上传电子签章的打印件').setInputFiles({
        name: file,
        mimeType: 'application/pdf',
        buffer: await signedPdf(print, by, { at: '2022-04-08T01:30:00Z' }),
      });
    await send('别人签的.pdf', other);
    await page.getByText('请用本单位的证书签章').waitFor();
    await looksWell(page, 'signed-refused');
    await send('申报书（已签章）.pdf', firm);
    await page.getByText(/^电子签章：申报书第1–\d+页。$/).waitFor();
    await page.getByText('示例电子认证根证书签发').waitFor();
    await looksWell(page, 'signed-whole');
  });
});

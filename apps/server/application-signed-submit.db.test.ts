import { PDFDocument } from '@cantoo/pdf-lib';
import type { SealView } from '@fuchi/application/seal/contract';
import { sealedPages } from '@fuchi/application/signed/sealed-pages.fixture';
import { certified, signedPdf } from '@fuchi/application/signed/signed.fixture';
import type { ReceiptView } from '@fuchi/application/submit/contract';
import { expect, test } from 'vitest';
import { openApplicationDesk } from './application-desk.fixture.ts';
import { completeForTests } from './complete-application.fixture.ts';

const LONG = { from: '2021-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };

async function onePage(): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.addPage([595, 842]);
  return Buffer.from(await made.save());
}

test('只用电子签章也交得齐、提交得了；合订本里看得到章', { timeout: 300_000 }, async () => {
  const desk = await openApplicationDesk('talentTraining');
  const { db, application, round, person, at } = desk;
  const root = await certified({ subject: { CN: '示例电子认证根证书' }, ca: true, ...LONG });
  const subject = { CN: person.organisation.name };
  const firm = await certified({ subject, by: root, ...LONG });
  await completeForTests(db, { application, round, account: person.account }, at.clock.at);
  // The stand-ins for papers have no file; those of the book do.
  const stood = await db
    .updateTable('application_paper')
    .set({ removed_at: at.clock.at })
    .returning('paper')
    .execute();
  for (const { paper } of stood) {
    const upload = await desk.upload('paper', `${paper}.pdf`, await onePage());
    expect((await desk.asked('POST', 'papers', { upload, paper })).statusCode).toBe(200);
  }
  const { settings } = await db
    .selectFrom('round')
    .select('settings')
    .where('id', '=', round)
    .executeTakeFirstOrThrow();
  const electronicSeal = { roots: root.pem };
  await db
    .updateTable('round')
    .set({ settings: JSON.stringify({ ...Object(settings), electronicSeal }) })
    .where('id', '=', round)
    .execute();

  const { prints } = (await desk.asked('POST', 'finalise')).json<{
    prints: readonly { kind: string; pages: number }[];
  }>();
  const views: SealView[] = [];
  for (const { kind } of prints) {
    const unsealed = await desk.asked('POST', 'submit', { key: 'key-signed' });
    expect(unsealed.statusCode).toBe(409);
    const { rawPayload } = await desk.asked('GET', `prints/${kind}`);
    const file = await signedPdf(rawPayload, firm, { at: '2022-04-08T05:00:00Z', drawn: true });
    const upload = await desk.upload('signed-print', `${kind}.pdf`, file);
    const reply = await desk.asked('POST', 'seals/signed', { upload });
    expect(reply.statusCode, reply.body).toBe(200);
    views.push(reply.json());
  }
  expect(views.at(-1)?.prints.flatMap(({ missing }) => missing)).toEqual([]);

  const submitted = await desk.asked('POST', 'submit', { key: 'key-signed' });
  expect(submitted.statusCode, submitted.body).toBe(200);
  expect(submitted.json<ReceiptView>().number).toBe('2022-talent-training-0001');

  const book = await desk.asked('GET', 'book?as=pdf');
  expect(book.headers['content-type']).toBe('application/pdf');
  const first = 2;
  const begins = prints.map((_, i) =>
    prints.slice(0, i).reduce((sum, { pages }) => sum + pages, first),
  );
  expect(await sealedPages(book.rawPayload)).toEqual(begins);
  await desk.close();
});

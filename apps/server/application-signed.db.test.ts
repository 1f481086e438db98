import type { SealView } from '@fuchi/application/seal/contract';
import { certified, signedPdf, type TestSigner } from '@fuchi/application/signed/signed.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApplicationDesk } from './application-desk.fixture.ts';

let desk: Awaited<ReturnType<typeof openApplicationDesk>>;
let root: TestSigner;
let firm: TestSigner;
const LONG = { from: '2021-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };

beforeAll(async () => {
  desk = await openApplicationDesk();
  root = await certified({ subject: { CN: '示例电子认证根证书' }, ca: true, ...LONG });
  const { name } = desk.person.organisation;
  firm = await certified({ subject: { CN: name }, by: root, ...LONG });
});
afterAll(() => desk.close());

const signed = (pdf: Uint8Array, by = firm) => signedPdf(pdf, by, { at: '2022-04-08T05:00:00Z' });
async function handedIn(bytes: Buffer) {
  const upload = await desk.upload('signed-print', '签章.pdf', bytes);
  return desk.asked('POST', 'seals/signed', { upload });
}
const codes = (reply: Awaited<ReturnType<typeof handedIn>>) =>
  reply.json().faults.map(({ code }: { readonly code: string }) => code);
const missing = ({ prints }: SealView) =>
  Object.fromEntries(prints.map(({ kind, missing: pages }) => [kind, pages.length]));

test('电子签章的打印件经过网络：批次接受才收，一页一页算数，重新定稿作废', {
  timeout: 180_000,
}, async () => {
  const [old] = await desk.finalise(1);
  const [form, performance] = await desk.finalise(2, {
    title: '年产12万套高端精密传动部件智能化技术改造项目（示例）',
  });
  if (!old || !form || !performance) throw new Error('no prints');

  const early = await handedIn(await signed(form.pdf));
  expect([early.statusCode, early.json().faults[0].message]).toEqual([
    422,
    '本批次不接受电子签章，请打印、签字盖章，上传扫描件',
  ]);
  await accepting([root]);

  expect(codes(await handedIn(await signed(old.pdf)))).toEqual(['other-version']);
  expect(codes(await handedIn(Buffer.from(form.pdf)))).toEqual(['no-signature']);
  const other = await certified({ subject: { CN: '别的企业（示例）' }, by: root, ...LONG });
  expect(codes(await handedIn(await signed(form.pdf, other)))).toEqual(['other-name']);

  const good = await handedIn(await signed(form.pdf));
  const view: SealView = good.json();
  expect([good.statusCode, missing(view)]).toEqual([
    200,
    { application: 0, performance: 1, commitment: 2 },
  ]);
  expect(view.electronic).toBe(true);
  expect(view.scans).toMatchObject([
    {
      pages: Array.from({ length: 7 }, (_, i) => ({
        how: 'signed',
        kind: 'application',
        page: i + 1,
      })),
      signers: [
        {
          subject: desk.person.organisation.name,
          issuer: '示例电子认证根证书',
          signedAt: '2022-04-08T05:00:00.000Z',
        },
      ],
    },
  ]);
  const [scan] = view.scans;
  const assigned = await desk.asked('POST', `seals/${scan?.id}/pages`, { at: 1, is: null });
  expect(assigned.statusCode).toBe(422);
  const { after } = await desk.db
    .selectFrom('event')
    .select('after')
    .where('kind', '=', 'signed-print-added')
    .executeTakeFirstOrThrow();
  expect(after).toMatchObject({
    version: 2,
    signers: [`${desk.person.organisation.name}（证书${scan?.signers?.[0]?.serial}）`],
  });
  const content = await desk.asked('GET', `seals/${scan?.id}/content`);
  expect(content.rawPayload.subarray(0, form.pdf.length).equals(Buffer.from(form.pdf))).toBe(true);

  await desk.finalise(3, { title: '另一个题目（示例）' });
  const next: SealView = (await desk.asked('GET', 'seals')).json();
  expect([next.scans, missing(next)['application']]).toEqual([[], 7]);
  await desk.db
    .updateTable('application')
    .set({ state: 'submitted' })
    .where('id', '=', desk.application)
    .execute();
  expect((await handedIn(await signed(form.pdf))).statusCode).toBe(409);
});

async function accepting(roots: readonly TestSigner[]): Promise<void> {
  const { id, settings } = await desk.db
    .selectFrom('round')
    .select(['id', 'settings'])
    .executeTakeFirstOrThrow();
  const electronicSeal = { roots: roots.map(({ pem }) => pem).join('\n') };
  await desk.db
    .updateTable('round')
    .set({ settings: JSON.stringify({ ...Object(settings), electronicSeal }) })
    .where('id', '=', id)
    .execute();
}

import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { canonicalJson, sm3 } from '@fuchi/record-event/event-digest';
import { type ReceiptContent, type ReceiptView, receiptContent } from './contract.ts';

/** The receipts of an application, the newest first: one for each version that was received. */
export async function receiptsOf(
  db: Database | Work,
  application: string,
): Promise<readonly ReceiptView[]> {
  const rows = await db
    .selectFrom('receipt')
    .select(['content', 'digest'])
    .where('application_id', '=', application)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ content, digest }) => ({ ...receiptContent.parse(content), digest }));
}

/** Keeps a receipt. Its digest is SM3 (GB/T 32905) of what it says, in one spelling. */
export async function keepReceipt(
  work: Work,
  content: ReceiptContent,
  key: string,
): Promise<ReceiptView> {
  const digest = sm3(canonicalJson(content));
  await work
    .insertInto('receipt')
    .values({
      application_id: content.application,
      version: content.version,
      key,
      number: content.number,
      received_at: new Date(content.receivedAt),
      content: JSON.stringify(content),
      digest,
    })
    .execute();
  return { ...content, digest };
}

/**
 * The next number of a line in a year. Whoever takes one holds the line's count until his transaction ends: none is
 * given twice, and one that comes to nothing is given again.
 * @example await nextNumber(work, '2022', 'tech-upgrade') // '2022-tech-upgrade-0001'
 */
export async function nextNumber(work: Work, year: string, line: string): Promise<string> {
  const { last } = await work
    .insertInto('receipt_serial')
    .values({ year, line, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['year', 'line'])
        .doUpdateSet((eb) => ({ last: eb('receipt_serial.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${year}-${line}-${String(last).padStart(4, '0')}`;
}

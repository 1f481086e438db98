import { Readable } from 'node:stream';
import { contentOf, EXAMPLES, GUIDE } from '@fuchi/application/prints/content.fixture';
import { type MadePrint, makePrints } from '@fuchi/application/prints/make-prints';
import { openTestDatabase } from '@fuchi/platform-server/database/test-database.fixture';
import { pdfService } from '@fuchi/platform-server/documents/pdf-service';
import { contentDigest } from '@fuchi/record-application/content-digest';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { UploadPurpose } from '@fuchi/record-upload/contract-purpose';
import { exampleDraft } from './example-draft.fixture.ts';
import { testPerson } from './test-person.fixture.ts';
import { openTestPortal } from './test-portal.fixture.ts';

const pdf = pdfService();

/** A portal with an open round and somebody of an enterprise who fills in an application like one of the examples. */
export async function openApplicationDesk(example: keyof typeof EXAMPLES = 'techUpgrade') {
  const database = await openTestDatabase();
  const { db } = database;
  const at = await openTestPortal({ db });
  at.clock.at = new Date('2022-04-08T06:30:00Z');
  const now = at.clock.at;
  const person = await testPerson(db, at.machine.at);
  const round = await openRoundForTests(db, now);
  const said = contentOf(EXAMPLES[example]);
  const who = { organisation: person.organisation.id, account: person.account };
  const application = await exampleDraft(db, who, { example: EXAMPLES[example], round }, now);

  const asked = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object | Buffer,
    type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json',
  ) =>
    at.portal.inject({
      method,
      url: path.startsWith('/api') ? path : `/api/applications/${application}/${path}`,
      remoteAddress: '192.0.2.1',
      headers: {
        cookie: person.cookie,
        'sec-fetch-site': 'same-origin',
        ...(body && { 'content-type': type }),
      },
      ...(body && { payload: body }),
    });

  return {
    db,
    at,
    person,
    round,
    application,
    asked,
    /** A file sent whole. @returns the upload's number */
    async upload(purpose: UploadPurpose, name: string, bytes: Buffer): Promise<string> {
      const begun = await asked('POST', '/api/uploads', { purpose, name, size: bytes.length });
      const { id } = begun.json<{ id: string }>();
      await asked('PUT', `/api/uploads/${id}/content?offset=0`, bytes);
      const done = await asked('POST', `/api/uploads/${id}/finish`);
      if (done.json<{ state: string }>().state !== 'whole') throw new Error(done.body);
      return id;
    },
    /** Frozen and printed as the portal does it, whatever a check would say. */
    async finalise(
      version: number,
      more: Partial<ApplicationContent> = {},
    ): Promise<readonly MadePrint[]> {
      const content = { ...said, ...more, application, version };
      const made = await makePrints(content, GUIDE, pdf);
      if (!made.ok) throw new Error('unprintable');
      await db
        .insertInto('application_version')
        .values({
          application_id: application,
          number: version,
          guide_digest: content.guide.digest,
          content: JSON.stringify(content),
          digest: contentDigest(content),
          frozen_at: now,
          frozen_by: person.account,
        })
        .execute();
      for (const { kind, title, pages, pdf: bytes } of made.prints) {
        const put = await at.files.put(Readable.from([Buffer.from(bytes)]), 100_000_000);
        if (!put.ok) throw new Error(put.code);
        await db
          .insertInto('stored_file')
          .values({
            digest: put.digest,
            size: String(put.size),
            type: 'application/pdf',
            stored_at: now,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await db
          .insertInto('application_print')
          .values({ application_id: application, version, kind, title, pages, digest: put.digest })
          .execute();
      }
      await db
        .updateTable('application')
        .set({ state: 'finalised', version })
        .where('id', '=', application)
        .execute();
      return made.prints;
    },
    async close(): Promise<void> {
      await at.portal.close();
      await database.close();
    },
  };
}

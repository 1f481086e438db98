import { openApplicationDesk } from './application-desk.fixture.ts';
import { testPerson } from './test-person.fixture.ts';

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

export type Person = Awaited<ReturnType<typeof testPerson>>;
export type ApplicationDesk = Awaited<ReturnType<typeof openApplicationDesk>>;

/** An application whose line asks for acceptance, and two recommenders of the round: its own county's and another's. */
export async function openStatementDesk() {
  const desk = await openApplicationDesk('industrialPlatform');
  const { db, at } = desk;
  const recommender = (territory: string) =>
    testPerson(db, at.machine.at, 'recommender-handler', {
      territory,
      level: 'county',
      department: '工信',
    });
  const handler = await recommender('320581');
  const elsewhere = await recommender('320981');
  await db
    .insertInto('round_recommender')
    .values(
      [handler, elsewhere].map(({ organisation }) => ({
        round_id: desk.round,
        organisation_id: organisation.id,
        territory: organisation.territory ?? '',
        through_id: null,
      })),
    )
    .execute();
  return { desk, handler, elsewhere };
}

/** Asks the portal as somebody. */
export async function askedAs(
  { at }: Pick<ApplicationDesk, 'at'>,
  { cookie }: Person,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: object,
) {
  return at.portal.inject({
    method,
    url,
    remoteAddress: '192.0.2.1',
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      ...(body && {
        'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json',
      }),
    },
    ...(body && { payload: body }),
  });
}

/** A sealed scan, uploaded by a recommender. @returns the upload's number */
export async function statementScan(desk: ApplicationDesk, person: Person): Promise<string> {
  const asked = { purpose: 'statement', name: '验收意见（盖章）.pdf', size: PDF.length };
  const begun = await askedAs(desk, person, 'POST', '/api/uploads', asked);
  const { id } = begun.json<{ id: string }>();
  await askedAs(desk, person, 'PUT', `/api/uploads/${id}/content?offset=0`, PDF);
  const done = await askedAs(desk, person, 'POST', `/api/uploads/${id}/finish`);
  if (done.json<{ state: string }>().state !== 'whole') throw new Error(done.body);
  return id;
}

/** Records an acceptance as the form does it. */
export async function recordAcceptance(
  desk: ApplicationDesk,
  person: Person,
  { id, statedOn, scan }: { id: string; statedOn: string; scan?: string | undefined },
) {
  return askedAs(desk, person, 'POST', `/api/statements/${id}/record`, {
    statedOn,
    organised: true,
    opinion: '项目已完成建设内容，同意通过验收。',
    scan: scan ?? (await statementScan(desk, person)),
  });
}

/** What a refusal says: of the first fault, where it names any. */
export function messageOf(reply: { json(): unknown }): string {
  const { message, faults } = reply.json() as { message: string; faults?: { message: string }[] };
  return faults?.[0]?.message ?? message;
}

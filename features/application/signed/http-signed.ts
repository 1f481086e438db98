import { askingOf } from '@fuchi/platform-server/answering/asking-of';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { badInput } from '@fuchi/platform-server/api/read-body';
import { CHANGED_MEANWHILE, NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { lockOwnApplication } from '@fuchi/record-application/application-store';
import { addScan, printsOf, printsOfAll } from '@fuchi/record-application/seal-store';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { roundById } from '@fuchi/record-round/round-store';
import { readSealRoots } from '@fuchi/record-round/seal-roots';
import { consumeUpload, ownUpload } from '@fuchi/record-upload/upload-store';
import type * as z from 'zod';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { openApplication } from '../open-application.ts';
import { addScanBody, type SealView, sealView } from '../seal/contract.ts';
import { notFinalised } from '../seal/not-finalised.ts';
import { sealViewOf } from '../seal/seal-view.ts';
import { unusableUpload } from '../unusable-upload.ts';
import { type SignedRefusal, signedRefusalText } from './signed-refusal.ts';

const ADD: DeskOperation<undefined, z.infer<typeof addScanBody>, SealView> = {
  id: 'addSignedPrint',
  method: 'POST',
  path: '/api/applications/{application}/seals/signed',
  permission: APPLICANTS,
  says: '交入电子签章的打印件，验证它的每个签章',
  body: addScanBody,
  reply: sealView,
};

/** 电子签章: a print of the version comes back signed electronically, where the round accepts it. */
export function signedRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  const { db, files, moment, work } = context;
  routes.add(ADD, async ({ actor, params, body, request, reply }) => {
    const who = demandActor(actor);
    const id = pathId(params, 'application');
    const opened = await openApplication(db, who, id);
    const { application, round, organisation } = opened;
    if (application.state !== 'finalised') throw notFinalised();
    const roots = acceptedRoots(round.settings);
    if (!roots) throw refused({ code: 'not-accepted' });
    const upload = await ownUpload(db, who, body.upload);
    const { digest } = upload ?? {};
    if (upload?.purpose !== 'signed-print' || upload.state !== 'whole' || !digest) {
      throw unusableUpload();
    }
    const { now } = moment();
    const prints = await printsOfAll(db, application.id);
    const done = await work(
      {
        kind: 'signed',
        part: {
          path: files.pathOf(digest),
          version: application.version,
          prints: prints.map(({ version, kind, digest: of }) => ({
            version,
            kind,
            path: files.pathOf(of),
          })),
          roots,
          applicant: { name: organisation.name, creditCode: organisation.creditCode },
          now,
        },
      },
      askingOf(request, reply),
    );
    if (done.kind !== 'signed') throw new Error('a signed print was to be judged');
    const { judged } = done;
    if (!judged.ok) throw refused(judged.refused);

    const kept = await changeOrRefuse<void, HttpFault>(
      db,
      byActor(who),
      now,
      async (held, record, refuse) => {
        const own = await lockOwnApplication(held, who.organisation.id, id);
        if (!own) return refuse(new HttpFault(NO_SUCH));
        if (own.state !== 'finalised') return refuse(notFinalised());
        // Judging took its time: somebody may have reopened it, or the round have been changed.
        const still = await roundById(held, own.round);
        const same = still && sameRoots(acceptedRoots(still.settings), roots);
        if (own.version !== application.version || !same) {
          return refuse(new HttpFault(CHANGED_MEANWHILE));
        }
        const to = { application: own.id, version: own.version };
        const print = (await printsOf(held, to)).find(({ kind }) => kind === judged.kind);
        if (!print) throw new Error(`version ${own.version} of ${own.id} has no ${judged.kind}`);
        const asked = {
          upload: body.upload,
          account: who.account,
          purpose: 'signed-print',
        } as const;
        const used = await consumeUpload(held, asked);
        if (!used.ok) return refuse(unusableUpload());
        const pages = Array.from({ length: print.pages }, (_, i) => {
          return { how: 'signed', kind: print.kind, page: i + 1 } as const;
        });
        const scan = { ...used.file, pages, signers: judged.signers };
        await addScan(held, record, { ...to, account: who.account }, scan, now);
      },
    );
    if (!kept.ok) throw kept.refused;
    return sealViewOf(db, await openApplication(db, who, id));
  });
}

/** The certificates a round accepts, as PEM; undefined where it takes no electronic seal. */
function acceptedRoots({
  electronicSeal,
}: {
  readonly electronicSeal?: { readonly roots: string } | undefined;
}): readonly string[] | undefined {
  if (!electronicSeal) return undefined;
  return readSealRoots(electronicSeal.roots).roots.map(({ certificate }) => certificate.toString());
}

function sameRoots(some: readonly string[] | undefined, others: readonly string[]): boolean {
  return some?.join('') === others.join('');
}

function refused(why: SignedRefusal): HttpFault {
  return badInput([why], (one) => ({
    path: 'upload',
    code: one.code,
    message: signedRefusalText(one),
    messageEn: `The electronic seal isn't accepted: ${one.code}`,
  }));
}

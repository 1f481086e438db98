import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askingOf } from '@fuchi/platform-server/answering/asking-of';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { badInput } from '@fuchi/platform-server/api/read-body';
import { dispositionOf, sendFile } from '@fuchi/platform-server/api/send-file';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { versionOf } from '@fuchi/record-application/version-store';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { fileSize } from '@fuchi/ui/file-size';
import * as z from 'zod';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { openApplication } from '../open-application.ts';
import { readContent } from '../prints/read-content.ts';
import { NOT_NOW } from '../refusal.ts';
import type { BookPlan, UnboundFile } from './book-plan.ts';
import { bookWords } from './book-words.ts';
import { bytesOnce } from './bytes-once.ts';
import * as contract from './contract.ts';
import { planOfVersion } from './plan-of-version.ts';

const BOOK: DeskOperation<z.infer<typeof contract.bookQuery>, undefined, unknown> = {
  id: 'getBook',
  method: 'GET',
  path: '/api/applications/{application}/book',
  permission: APPLICANTS,
  says: '下载申报材料合订本',
  query: contract.bookQuery,
  reply: z.unknown(),
};

/** 合订本 of the version that counts: as one PDF, made anew each time; its generated part also as Word. */
export function bookRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  const { db, files, work } = context;
  routes.add(BOOK, async ({ actor, params, query, request, reply }) => {
    const who = demandActor(actor);
    const { application, guide } = await openApplication(db, who, pathId(params, 'application'));
    const version = await versionOf(db, application);
    if (!version) throw notFrozen();
    const name = `合订本（${application.organisationName}，第${version.number}版）`;
    const plan = await planOfVersion(db, files, version, readContent(version.content, guide));
    if (query.as === 'docx') {
      const content = await bookWords(version.content, guide, plan);
      const file = { type: 'application/zip', name: `${name}.zip`, content };
      return sendFile(request, reply, file);
    }
    if (sizeOf(plan) > contract.MOST_BOOK_BYTES) throw tooLarge();
    const folder = await mkdtemp(join(tmpdir(), 'fuchi-book-'));
    try {
      const out = join(folder, 'book.pdf');
      const done = await work({ kind: 'book', plan, out }, askingOf(request, reply));
      if (done.kind !== 'book') throw new Error('a book was to be made');
      if (!done.made.ok) throw unbound(done.made.files);
      const content = createReadStream(out);
      content.once('close', () => void rm(folder, { recursive: true, force: true }));
      return reply
        .header('content-disposition', dispositionOf(`${name}.pdf`, 'attachment'))
        .header('cache-control', 'private, no-store')
        .header('content-length', String(done.made.size))
        .type('application/pdf')
        .send(content);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  });
}

function sizeOf({ parts }: BookPlan): number {
  const all = parts.flatMap((part) =>
    part.kind === 'print' ? part.pages.map(({ file }) => file) : part.files,
  );
  return bytesOnce(all.map(({ path, size }) => [path, size]));
}

function notFrozen(): HttpFault {
  return new HttpFault(NOT_NOW, {
    zh: '定稿以后才有合订本',
    en: 'There is a book once the application is finalised',
  });
}

function tooLarge(): HttpFault {
  return badInput(['papers'], (path) => ({
    path,
    code: 'book-too-large',
    message: `材料合计超过${fileSize(contract.MOST_BOOK_BYTES)}，不能合成一本；请用200 dpi重新扫描较大的文件`,
    messageEn: 'The papers are too large for one book',
  }));
}

const WORDS: Readonly<Record<UnboundFile['code'], string>> = {
  encrypted: '有密码',
  broken: '打不开，可能已经损坏',
};

function unbound(files: readonly UnboundFile[]): HttpFault {
  return badInput(files, ({ name, code }) => ({
    path: 'papers',
    code,
    message: `“${name}”${WORDS[code]}，请换一份`,
    messageEn: `A file can not be bound: ${code}`,
  }));
}

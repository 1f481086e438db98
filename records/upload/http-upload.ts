import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { BAD_INPUT, type FaultKind, NO_SUCH } from '@fuchi/platform-server/fault-kind';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { Actor } from '@fuchi/record-person/actor';
import type { Moment } from '@fuchi/record-person/moment';
import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import * as contract from './contract.ts';
import { sendStored } from './send-stored.ts';
import type { Upload, Uploader } from './upload.ts';
import { finishUpload } from './upload-finish.ts';
import { beginUpload, ownUpload, receivePart } from './upload-store.ts';
import { cancelUpload } from './upload-sweep.ts';
import { beginRefusedText, contentRefusedText, partRefusedText } from './upload-text.ts';

export interface UploadContext {
  readonly db: Database;
  readonly files: FileStore;
  readonly moment: () => Moment;
  /** Whoever has a session may upload, also before he may act: a licence comes before the first duty. */
  readonly uploaderOf: (request: FastifyRequest) => Promise<Uploader>;
}

type View = contract.UploadView;

const BEGIN: DeskOperation<undefined, z.infer<typeof contract.beginBody>, View> = {
  id: 'beginUpload',
  method: 'POST',
  path: '/api/uploads',
  permission: 'public',
  says: '开始上传一个文件',
  body: contract.beginBody,
  reply: contract.uploadView,
};
const SEE: DeskOperation<undefined, undefined, View> = {
  id: 'getUpload',
  method: 'GET',
  path: '/api/uploads/{upload}',
  permission: 'public',
  says: '查看自己的上传进行到哪里',
  reply: contract.uploadView,
};
const SEND: DeskOperation<z.infer<typeof contract.partQuery>, undefined, View> = {
  id: 'sendUploadPart',
  method: 'PUT',
  path: '/api/uploads/{upload}/content',
  permission: 'public',
  says: '上传文件的一段',
  query: contract.partQuery,
  stream: 'application/octet-stream',
  reply: contract.uploadView,
};
const FINISH: DeskOperation<undefined, undefined, View> = {
  id: 'finishUpload',
  method: 'POST',
  path: '/api/uploads/{upload}/finish',
  permission: 'public',
  says: '传完文件，请系统核对内容',
  reply: contract.uploadView,
};
const CANCEL: DeskOperation<undefined, undefined, z.infer<typeof contract.uploadDone>> = {
  id: 'cancelUpload',
  method: 'DELETE',
  path: '/api/uploads/{upload}',
  permission: 'public',
  says: '移除自己上传而没有用上的文件',
  reply: contract.uploadDone,
};
const CONTENT: DeskOperation<z.infer<typeof contract.contentQuery>, undefined, unknown> = {
  id: 'getUploadContent',
  method: 'GET',
  path: '/api/uploads/{upload}/content',
  permission: 'public',
  says: '打开自己上传的文件',
  query: contract.contentQuery,
  reply: contract.uploadDone,
};

const kind = (status: number, code: string, zh: string, en: string): FaultKind => ({
  status,
  code,
  when: { zh, en },
});
const WRONG_OFFSET = kind(409, 'wrong-offset', '这一段接不上', 'The part does not fit on');
const NOT_RECEIVING = kind(409, 'not-receiving', '不再接收内容', 'Nothing more is received');
const BAD_PART = kind(400, 'bad-part', '这一段没有收下', 'The part was not taken');
const STILL_COMING = kind(409, 'still-coming', '文件还没有传完', 'Some of it is still missing');
const USED = kind(409, 'upload-used', '这个文件已经用上，不能移除', 'It is in use');

/** Uploads in parts: begin, send, ask how far it is, finish, look, take away. Each sees only one's own. */
export function uploadRoutes(routes: DeskRoutes<Actor>, context: UploadContext): void {
  const { db, files, moment, uploaderOf } = context;

  routes.add(BEGIN, async ({ body, request }) => {
    const begun = await beginUpload(db, await uploaderOf(request), body, moment());
    if (begun.ok) return viewOf(begun.upload);
    const zh = beginRefusedText(begun.refused);
    const { code } = begun.refused;
    const en = `The upload can't begin: ${code}`;
    throw new HttpFault(
      BAD_INPUT,
      { zh, en },
      { faults: [{ path: 'name', code, message: zh, messageEn: en }] },
    );
  });

  routes.add(SEE, async ({ params, request }) =>
    viewOf(demand(await ownUpload(db, await uploaderOf(request), pathId(params, 'upload')))),
  );

  routes.add(SEND, async ({ params, query, arriving, request }) => {
    const uploader = await uploaderOf(request);
    const part = { id: pathId(params, 'upload'), offset: query.offset, content: arriving };
    const received = await receivePart(db, files, uploader, part, moment().machine);
    if (received.ok) return viewOf(received.upload);
    const { refused } = received;
    if (refused.code === 'no-such') throw new HttpFault(NO_SUCH);
    const wording = { zh: partRefusedText(refused), en: `The part is refused: ${refused.code}` };
    if (refused.code === 'wrong-offset') throw new HttpFault(WRONG_OFFSET, wording);
    if (refused.code === 'not-receiving') throw new HttpFault(NOT_RECEIVING, wording);
    throw new HttpFault(BAD_PART, wording);
  });

  routes.add(FINISH, async ({ params, request }) => {
    const uploader = await uploaderOf(request);
    const done = await finishUpload(db, files, uploader, pathId(params, 'upload'), moment());
    if (done === 'still-coming') throw new HttpFault(STILL_COMING);
    return viewOf(demand(done));
  });

  routes.add(CANCEL, async ({ params, request }) => {
    const uploader = await uploaderOf(request);
    const gone = await cancelUpload(db, files, uploader, pathId(params, 'upload'));
    if (gone === undefined) throw new HttpFault(NO_SUCH);
    if (!gone) throw new HttpFault(USED);
    return { done: true };
  });

  routes.add(CONTENT, async ({ params, query, request, reply }) => {
    const upload = demand(await ownUpload(db, await uploaderOf(request), pathId(params, 'upload')));
    const { digest, type } = upload;
    if (digest === undefined || type === undefined) throw new HttpFault(STILL_COMING);
    return sendStored(reply, files, { ...upload, digest, type }, query.as ?? 'file');
  });
}

function demand(upload: Upload | undefined): Upload {
  if (!upload) throw new HttpFault(NO_SUCH);
  return upload;
}

function viewOf(upload: Upload): View {
  const { id, purpose, name, size, received, state, type, digest, refusedBecause } = upload;
  return {
    id,
    purpose,
    name,
    size,
    received,
    state,
    type: type ?? null,
    digest: digest ?? null,
    refusedBecause:
      refusedBecause === undefined ? null : contentRefusedText(refusedBecause, purpose, name),
  };
}

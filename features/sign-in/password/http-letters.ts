import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { waitingLetters } from '@fuchi/platform-server/mail/outbox';
import type { Actor } from '@fuchi/record-person/actor';
import type * as z from 'zod';
import { letterList } from '../contract.ts';
import type { SignInContext } from '../sign-in-context.ts';

const MOST = 20;

const LETTERS: DeskOperation<undefined, undefined, z.infer<typeof letterList>> = {
  id: 'listDemonstrationLetters',
  method: 'GET',
  path: '/api/demonstration/letters',
  permission: 'public',
  says: '演示时查看没有真正寄出的邮件',
  reply: letterList,
};

/** In the demonstration nothing is sent: everybody may read what would have been, and use the links in it. */
export function letterRoutes(routes: DeskRoutes<Actor>, { db, box }: SignInContext): void {
  routes.add(LETTERS, async () =>
    (await waitingLetters(db, box, MOST)).map(({ writtenAt, ...letter }) => ({
      ...letter,
      writtenAt: writtenAt.toISOString(),
    })),
  );
}

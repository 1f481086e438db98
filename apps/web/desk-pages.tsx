import { DeskPage } from '@fuchi/desk/page/desk-page.tsx';

/** The first page of who signed in. */
export const Desk = DeskPage;

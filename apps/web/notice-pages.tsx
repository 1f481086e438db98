import { NoticesPage } from '@fuchi/notices/page/notices-page.tsx';

/** What somebody was told. */
export const Notices = NoticesPage;

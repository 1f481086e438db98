import { serveTasks } from '@fuchi/platform-server/answering/serve-tasks';
import { guideWork } from '@fuchi/round-setup/guide/guide-work';

/** A thread that checks guides before they are published, and works out what they change. */
serveTasks(guideWork);

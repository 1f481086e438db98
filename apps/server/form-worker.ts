import { workerData } from 'node:worker_threads';
import { formAnswering } from '@fuchi/performance-form/http-answer';
import { serveTasks } from '@fuchi/platform-server/answering/serve-tasks';
import { pdfService } from '@fuchi/platform-server/documents/pdf-service';
import { guideFromJson } from '@fuchi/policy/guide-json';

/** A thread that checks forms, reads them back and makes their documents, with a PDF compiler of its own. */
const loaded = guideFromJson(String(workerData.guide));
if (!loaded.ok) throw new Error('the guide does not load');
serveTasks(formAnswering(loaded.guide, pdfService()));

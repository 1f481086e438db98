import { applicationWorking } from '@fuchi/application/application-work';
import { serveTasks } from '@fuchi/platform-server/answering/serve-tasks';
import { pdfService } from '@fuchi/platform-server/documents/pdf-service';

/** A thread that makes an application's documents and reads what came back filled in, with a PDF compiler of its own. */
serveTasks(applicationWorking(pdfService()));

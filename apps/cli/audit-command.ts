import type { Command } from '@fuchi/platform-server/command';
import { joinDatabase } from '@fuchi/server/open-storage';
import { storageOf } from '@fuchi/server/storage-settings';
import { auditCommand } from '@fuchi/trail/command/audit-command';
import { toldErrors } from './told-error.ts';

const command = auditCommand(() => joinDatabase(storageOf(process.env)));

/** `fuchi audit`: over the database that FUCHI_DATA or DATABASE_URL names. */
export const audit: Command = {
  ...command,
  run: (args, io) => toldErrors('audit', io, () => command.run(args, io)),
};

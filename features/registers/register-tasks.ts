import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { isValid, validUntil } from '@fuchi/record-register/register-version';
import { currentVersions } from '@fuchi/record-register/register-version-store';
import type { TaskSource } from '@fuchi/record-task/task';
import { mayImport } from './who.ts';

/** Lists whose last version doesn't answer any more wait for whoever imports lists. */
export function registerTasks(guide: CheckedGuide): TaskSource {
  return async (db, actor, now) => {
    if (!mayImport(actor.role)) return [];
    const today = localDay(now);
    return (await currentVersions(db)).flatMap((version) => {
      const register = guide.registers.find(({ id }) => id === version.register);
      if (!register || isValid(register, version, today)) return [];
      const { id, title } = register;
      return [
        {
          id: `register-${id}-${version.id}`,
          title: `重新导入：${title}，${validUntil(register, version)}已过有效期`,
          to: `/registers/${id}`,
          since: version.importedAt,
          due: null,
        },
      ];
    });
  };
}

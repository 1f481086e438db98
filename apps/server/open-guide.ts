import type { GuideSource } from '@fuchi/assessment/http';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { sentenceOf } from '@fuchi/policy/sentence/sentence';

const SHOWN = 5;

/**
 * Loads the guide the portal works on.
 * @throws with the number of faults and the first of them when the guide has any
 */
export async function openGuide(folder: string): Promise<GuideSource> {
  const loaded = await loadGuide(folder);
  if (!loaded) throw new Error(`没有这个指南文件夹：${folder}`);
  const { checked, faults, files } = loaded;
  if (faults.length === 0) return { guide: checked, files };
  const first = faults
    .slice(0, SHOWN)
    .map(
      ({ at, code, facts }) =>
        `  ${at.file}:${at.line}:${at.column} ${sentenceOf(code, facts).message}`,
    );
  const head = `指南有${faults.length}处错误，服务不启动。查看全部错误：npx fuchi check ${folder}`;
  throw new Error([head, ...first].join('\n'));
}

/** One line for the log. */
export function guideLine({ guide, lines }: CheckedGuide): string {
  return `${guide.id} ${guide.version} ${guide.digest.slice(0, 12)}，${lines.length}个项目类别`;
}

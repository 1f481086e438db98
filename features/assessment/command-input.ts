import { BadUsage } from '@fuchi/platform-server/command';
import { readJsonFile } from '@fuchi/platform-server/json-file';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { assessRequest } from './contract.ts';

/** The line of that id; refused with all ids when there is none. */
export function lineOf(guide: CheckedGuide, id: string | undefined): CheckedGuide['lines'][number] {
  const line = guide.lines.find((l) => l.id === id);
  if (line) return line;
  const wrong = id === undefined ? '缺少项目类别' : `没有项目类别“${id.slice(0, 60)}”`;
  throw new BadUsage(`${wrong}；可用：${guide.lines.map((l) => l.id).join(' ')}`);
}

/** Reads `ID=other` of --reading. */
export function readingsOf(texts: readonly string[]): Record<string, 'default' | 'other'> {
  const chosen: Record<string, 'default' | 'other'> = {};
  for (const text of texts) {
    const [id = '', choice] = text.split('=');
    if (id === '' || (choice !== 'default' && choice !== 'other')) {
      throw new BadUsage(`--reading 应写成 编号=other 或 编号=default：${text.slice(0, 60)}`);
    }
    chosen[id] = choice;
  }
  return chosen;
}

/** Reads --round. A clock may stand under `clocks` or by its name at the top. */
export async function roundOf(guide: CheckedGuide, file: string | undefined) {
  if (file === undefined) return undefined;
  const input = await readJsonFile(file);
  if (!isRecord(input)) throw new BadUsage(`${file} 应为一个 JSON 对象`);
  const clocks: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    const spec = Object.hasOwn(guide.facts, key) ? guide.facts[key] : undefined;
    if (spec?.supplied === '批次') clocks[key] = value;
    else rest[key] = value;
  }
  const stated = rest['clocks'] ?? {};
  const round = { ...rest, clocks: isRecord(stated) ? { ...clocks, ...stated } : stated };
  const parsed = assessRequest.shape.round.safeParse(round);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((i) => `${i.path.join('.') || '批次'}：${i.message}`);
  throw new BadUsage(`${file} 有误：${faults.join('；')}`);
}

/** Reads --facts. */
export async function factsOf(
  file: string | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  if (file === undefined) throw new BadUsage('缺少 --facts FILE');
  const input = await readJsonFile(file);
  if (isRecord(input)) return input;
  throw new BadUsage('事实文件应为一个 JSON 对象：{"事实": 值, …}');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

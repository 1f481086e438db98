import { ORGANISATION_KINDS, ROLES } from '@fuchi/workflow/role';

const LEVELS = { province: '省级', city: '市级', county: '县级' };
const STATEMENTS = { acceptance: '验收意见', 'not-needed': '无需办理相关手续的说明' };
const STATUSES = { active: '正常', closed: '已关闭', disabled: '停用' };
const PERSONAL = { phone: '电话', email: '邮箱', 'id-number': '证件号码' };

/** Values that stand for a word, by the part they stand in. */
const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  byMail: { daily: '每日汇总', urgent: '只发急件', never: '不发' },
  field: PERSONAL,
  kind: { ...ORGANISATION_KINDS, ...STATEMENTS },
  level: LEVELS,
  role: Object.fromEntries(Object.entries(ROLES).map(([role, { name }]) => [role, name])),
  status: STATUSES,
};

/** Names of lines by their id, as the guide at hand calls them. */
export type LineNames = ReadonlyMap<string, string>;

/**
 * The word a value stands for; undefined where it stands for itself.
 * @example valueWord('role', 'planning', lines) // '综合规划处经办人'
 */
export function valueWord(key: string, value: string, lines: LineNames): string | undefined {
  if (key === 'line' || key === 'lines') return lines.get(value);
  const words = Object.hasOwn(VALUE_WORDS, key) ? VALUE_WORDS[key] : undefined;
  return words && Object.hasOwn(words, value) ? words[value] : undefined;
}

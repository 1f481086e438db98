import { VERDICT_WORDS } from '@fuchi/policy/sentence/words';
import type { Group } from './standing.ts';

export const GROUP_TITLES: Readonly<Record<Group, string>> = {
  ...VERDICT_WORDS,
  'not-applied': '不由单位申报',
};

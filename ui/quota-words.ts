import type { Guide, JointQuota } from '@fuchi/guide/guide';
import type { CheckedLine } from '@fuchi/policy/checked-guide';

/** The quota a line shares with others. */
export function jointQuota(guide: Guide, line: CheckedLine): JointQuota | undefined {
  const id = line.source.quota?.joint?.text;
  return id === undefined ? undefined : guide.quotas.find((q) => q.id === id);
}

/**
 * How many a line takes, in a few words.
 * @example quotaInShort(guide, smartFactory) // '不超过10个（四类合计不超过55个）'
 */
export function quotaInShort(guide: Guide, line: CheckedLine): string {
  const own = line.source.quota?.atMost?.text;
  const joint = jointQuota(guide, line);
  if (joint === undefined) return own === undefined ? '' : `不超过${own}`;
  const together = `${joint.lines.length}类合计不超过${joint.atMost.text}`;
  return own === undefined ? together : `不超过${own}（${together}）`;
}

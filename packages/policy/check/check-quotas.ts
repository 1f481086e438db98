import type { Faults } from '@fuchi/guide/diagnostic';
import type { Guide } from '@fuchi/guide/guide';
import type { Text } from '@fuchi/guide/place';
import { nearest } from '@fuchi/guide/reader';
import { add, cmp, toDecimal, ZERO } from '@fuchi/values/rational';
import { fraction } from '../fraction.ts';
import { readNumber } from './literal.ts';

/** A count such as `30个`, as a fraction. */
function places(text: Text, faults: Faults): string {
  const match = /^(\d+)(个|家|项)$/.exec(text.text);
  const read = match && readNumber(match[1] ?? '', match[2] ?? '', new Set(['个', '家', '项']));
  if (read?.ok) return read.value;
  if (!text.missing) faults.add(text.at, 'bad-quota', { written: text.text });
  return '0/1';
}

/** Sub-quotas against their whole, and joint quotas against the lines they join. */
export function checkQuotas(guide: Guide, faults: Faults): void {
  const lines = new Map(guide.lines.map((l) => [l.id, l]));
  for (const joint of guide.quotas) {
    const whole = fraction(places(joint.atMost, faults));
    let sum = ZERO;
    let whollyTold = joint.divides;
    for (const id of joint.lines) {
      const line = lines.get(id.text);
      if (!line) {
        const near = nearest(id.text, [...lines.keys()]) ?? '';
        faults.add(id.at, 'unknown-line', { name: id.text, nearest: near });
        continue;
      }
      if (line.quota?.joint?.text !== joint.id) {
        faults.add(id.at, 'quota-not-joined', { line: id.text, quota: joint.id });
      }
      if (line.quota?.atMost) sum = add(sum, fraction(places(line.quota.atMost, faults)));
      else if (joint.divides) {
        faults.add(id.at, 'quota-part-missing', { line: id.text, quota: joint.id });
        whollyTold = false;
      }
    }
    if (whollyTold && cmp(sum, whole) !== 0) {
      const facts = { quota: joint.id, whole: joint.atMost.text, sum: toDecimal(sum) };
      faults.add(joint.at, 'quota-parts-differ', facts);
    }
  }
  const joints = guide.quotas.map((q) => q.id);
  for (const line of guide.lines) {
    const quota = line.quota;
    if (!quota) continue;
    if (quota.joint && !joints.includes(quota.joint.text)) {
      const near = nearest(quota.joint.text, joints) ?? '';
      faults.add(quota.joint.at, 'unknown-quota', { name: quota.joint.text, nearest: near });
    }
    if (!quota.atMost) continue;
    const whole = fraction(places(quota.atMost, faults));
    let least = ZERO;
    for (const group of quota.groups) {
      if (group.atLeast) least = add(least, fraction(places(group.atLeast, faults)));
      for (const part of [group.atMost, group.atLeast]) {
        if (part && cmp(fraction(places(part, faults)), whole) > 0) {
          faults.add(part.at, 'group-over-quota', { group: group.name, whole: quota.atMost.text });
        }
      }
    }
    if (cmp(least, whole) > 0) {
      const facts = { sum: toDecimal(least), whole: quota.atMost.text };
      faults.add(quota.at, 'groups-over-quota', facts);
    }
  }
}

import type { GroupQuota } from '@fuchi/guide/guide';
import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { jointQuota } from '@fuchi/ui/quota-words';
import { Link } from '@tanstack/react-router';
import { FactLinks } from './fact-links.tsx';
import { LinePart } from './line-part.tsx';
import { Notes } from './notes.tsx';
import { Provision } from './provision.tsx';
import { ReadingLinks } from './reading-links.tsx';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
  readonly anchor: string;
}

/** How many projects are supported: of the line, with the lines it shares with, of each group. */
export function QuotaText({ guide, line, anchor }: Props) {
  const { quota } = line.source;
  if (!quota) return null;
  const joint = jointQuota(guide.guide, line);
  const own = quota.atMost?.text;
  const readings = quota.readings.map((r) => r.text);
  return (
    <LinePart name="支持数量" aside={<Link to="/guide/quotas">全部支持数量</Link>}>
      <ul className="provisions">
        <Provision
          guide={guide}
          line={line}
          clause={quota.clause.text}
          anchor={anchor}
          says={own === undefined ? '本类没有单列数量。' : `不超过${own}。`}
        >
          <Notes
            rows={[
              ['合计', joint && jointWords(guide, joint)],
              ...quota.groups.map((g) => [g.name, groupWords(g)] as const),
              [
                '分组依据',
                quota.groupedBy && (
                  <FactLinks guide={guide} line={line} ids={[factId(line, quota.groupedBy.text)]} />
                ),
              ],
              ['理解', readings.length > 0 && <ReadingLinks guide={guide} ids={readings} />],
            ]}
          />
        </Provision>
      </ul>
    </LinePart>
  );
}

function jointWords(
  guide: CheckedGuide,
  joint: NonNullable<ReturnType<typeof jointQuota>>,
): string {
  const titles = joint.lines.map(
    (id) => guide.lines.find((l) => l.id === id.text)?.title ?? id.text,
  );
  return `${titles.join('、')}合计不超过${joint.atMost.text}${joint.divides ? '，等于各类数量之和' : ''}。`;
}

function groupWords({ atMost, atLeast }: GroupQuota): string {
  const most = atMost ? `不超过${atMost.text}` : '';
  const least = atLeast ? `不少于${atLeast.text}` : '';
  return `${[least, most].filter((w) => w !== '').join('，')}。`;
}

function factId(line: CheckedLine, name: string): string {
  return line.facts.find((id) => id === name || id.endsWith(`/${name}`)) ?? name;
}

import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { Panel } from '@fuchi/ui/panel.tsx';
import { AimedItem } from '../frame/aimed-item.tsx';
import { GuideFrame } from '../frame/guide-frame.tsx';
import { Notes } from '../line/notes.tsx';

/** `/guide/training-directions`: what training classes may be about, and for whom. */
export function TrainingPage({ data: { guide } }: { readonly data: GuideData }) {
  const { trainingDirections } = guide.guide;
  const groups = [...new Set(trainingDirections.map((d) => d.group))];
  return (
    <GuideFrame
      guide={guide}
      title="培训重点方向"
      lead={
        <p>产业人才培训项目的重点方向、主要内容和重点培训对象，共{trainingDirections.length}项。</p>
      }
    >
      {groups.map((group) => (
        <Panel key={group} title={group}>
          <ul className="provisions">
            {trainingDirections.map((d, n) =>
              d.group !== group ? null : (
                <AimedItem key={d.content} id={trainingAnchor(n)}>
                  <p>{d.content}</p>
                  <Notes rows={[['对象', d.audience]]} />
                </AimedItem>
              ),
            )}
          </ul>
        </Panel>
      ))}
    </GuideFrame>
  );
}

/** Directions have no numbers in the guide; their place in its table is theirs. */
export function trainingAnchor(place: number): string {
  return `direction-${place + 1}`;
}

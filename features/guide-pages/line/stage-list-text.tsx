import type { CheckedGuide, CheckedLine, CheckedStage } from '@fuchi/policy/checked-guide';
import { stageWords } from '../words/stage-words.ts';
import { LinePart } from './line-part.tsx';
import { Notes } from './notes.tsx';
import { Provision } from './provision.tsx';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
  /** By place in the line's stages. */
  readonly anchors: readonly string[];
}

/** When the money is paid, and how much of it each time. */
export function StageListText({ guide, line, anchors }: Props) {
  if (line.stages.length === 0) return null;
  return (
    <LinePart name="拨付">
      <ul className="provisions">
        {line.stages.map((stage, n) => (
          <Provision
            key={stage.stage}
            guide={guide}
            line={line}
            clause={stage.clause}
            anchor={anchors[n] ?? ''}
            says={saysOf(stage, guide)}
          >
            <Notes rows={[['时间', stage.trigger]]} />
          </Provision>
        ))}
      </ul>
    </LinePart>
  );
}

function saysOf(stage: CheckedStage, guide: CheckedGuide): string {
  return `${stage.stage}：${stageWords(stage, guide)}。`;
}

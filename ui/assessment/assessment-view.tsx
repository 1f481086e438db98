import type { Assessment } from '@fuchi/policy/assess/assessment';
import type { NeededPaper } from '@fuchi/policy/assess/papers';
import type { Program } from '@fuchi/policy/assess/program';
import type { ReactNode } from 'react';
import { Panel } from '../panel.tsx';
import { ChangeList } from './change-list.tsx';
import { ConditionList } from './condition-list.tsx';
import { ConflictList } from './conflict-list.tsx';
import { isAssessed } from './line-mode.ts';
import { MissingList } from './missing-list.tsx';
import { NoteList } from './note-list.tsx';
import { PaperList } from './paper-list.tsx';
import { ReadingList } from './reading-list.tsx';
import { ResultStamp } from './result-stamp.tsx';
import { StageTable } from './stage-table.tsx';
import { StepTable } from './step-table.tsx';
import { VerdictSummary } from './verdict-summary.tsx';
import './assessment.css';

interface Props {
  readonly assessment: Assessment;
  readonly program: Program;
  readonly papers: readonly NeededPaper[];
  readonly faultCount: number;
  readonly answerWith: (reading: string) => Assessment | undefined;
  /** What stands between what would change the verdict and the amount's steps. */
  readonly children?: ReactNode;
  /** Puts the cursor into a field. */
  readonly onAsk: (path: string) => void;
}

/** All that the guide says of what was entered. */
export function AssessmentView(props: Props) {
  const { assessment, program, papers, faultCount, answerWith, onAsk, children } = props;
  const { conflicts, missing, wouldChange, steps, stages, conditions, readings } = assessment;
  const assessed = isAssessed(assessment.mode);
  return (
    <>
      {assessed && <VerdictSummary assessment={assessment} faultCount={faultCount} />}
      <NoteList notes={assessment.notes} assessed={assessed} />
      {conflicts.length > 0 && <ConflictList conflicts={conflicts} program={program} />}
      {missing.length > 0 && <MissingList missing={missing} guide={program.guide} onAsk={onAsk} />}
      {wouldChange.length > 0 && (
        <ChangeList verdict={assessment.verdict} changes={wouldChange} onAsk={onAsk} />
      )}
      {children}
      {steps.length > 0 && <StepTable steps={steps} program={program} />}
      {stages.length > 0 && <StageTable stages={stages} />}
      {conditions.length > 0 && (
        <ConditionList conditions={conditions} program={program} assessed={assessed} />
      )}
      {papers.length > 0 && <PaperList papers={papers} />}
      {readings.length > 0 && (
        <ReadingList
          ids={readings}
          other={program.other}
          now={assessment}
          answerWith={answerWith}
        />
      )}
      <Panel title="依据">
        <ResultStamp assessment={assessment} guideTitle={program.guide.guide.title} />
      </Panel>
    </>
  );
}

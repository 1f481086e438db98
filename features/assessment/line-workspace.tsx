import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { saveFile } from '@fuchi/platform-browser/save-file';
import { assessProgram, readQuestion } from '@fuchi/policy/assess/assess-line';
import { factUses } from '@fuchi/policy/assess/fact-uses';
import { papersFor } from '@fuchi/policy/assess/papers';
import { compile } from '@fuchi/policy/assess/program';
import type { CheckedLine } from '@fuchi/policy/checked-guide';
import type { Entry } from '@fuchi/policy/facts/entry';
import { AssessmentView } from '@fuchi/ui/assessment/assessment-view.tsx';
import { isAssessed } from '@fuchi/ui/assessment/line-mode';
import { SummaryBar } from '@fuchi/ui/assessment/summary-bar.tsx';
import { FactForm } from '@fuchi/ui/facts/fact-form.tsx';
import { FieldContext, type FieldWorld } from '@fuchi/ui/facts/field-context';
import { leftOutRemarks } from '@fuchi/ui/facts/left-out-remarks';
import { useFieldFocus } from '@fuchi/ui/facts/use-field-focus';
import { useDeferredValue, useMemo } from 'react';
import { useAnswers } from './answers/use-answers.ts';
import { ReadingForm } from './form/reading-form.tsx';
import { RoundForm } from './form/round-form.tsx';
import { LineHead } from './line-head.tsx';
import { questionOf, type RoundEntry } from './round-entry.ts';
import { WhatIfPanel } from './what-if/what-if-panel.tsx';

interface Props {
  readonly data: GuideData;
  readonly line: CheckedLine;
}

/** One line: what is entered on the left, what the guide says of it on the right. */
export function LineWorkspace({ data: { guide, regions }, line }: Props) {
  const [{ facts, round }, answer] = useAnswers(guide);
  const setFacts = (facts: Entry) => answer({ facts });
  const setRound = (round: RoundEntry) => answer({ round });

  const { call, otherReadings } = round;
  const program = useMemo(
    () => compile(guide, line.id, { call, otherReadings }),
    [guide, line.id, call, otherReadings],
  );
  const uses = useMemo(() => program && factUses(program), [program]);
  const told = useDeferredValue(facts);
  const answered = useMemo(
    () => program && assessProgram(program, regions, questionOf(told, round)),
    [program, regions, told, round],
  );
  const { asked, ask } = useFieldFocus();
  const faults = useMemo(() => {
    const own = new Set(program?.line.facts);
    return answered?.faults.filter(({ path }) => own.has(path.replace(/[.[].*$/, '')));
  }, [answered, program]);
  const given = useMemo(
    () => readQuestion(guide, regions, questionOf(told, round)).facts,
    [guide, regions, told, round],
  );
  const remarks = useMemo(() => program && leftOutRemarks(program, given), [program, given]);
  const world = useMemo<FieldWorld>(
    () => ({ guide, regions, faults: faults ?? [], asked, saveFile, ...(remarks && { remarks }) }),
    [guide, regions, faults, asked, remarks],
  );
  const papers = useMemo(() => (program ? papersFor(program, given) : []), [program, given]);
  if (!program || !uses || !answered) return null;
  const answerWith = (reading: string) => {
    const turned = otherReadings.includes(reading)
      ? otherReadings.filter((id) => id !== reading)
      : [...otherReadings, reading];
    const other = compile(guide, line.id, { call, otherReadings: turned });
    return other && assessProgram(other, regions, questionOf(told, round)).assessment;
  };
  const { assessment } = answered;

  return (
    <FieldContext value={world}>
      <LineHead guide={guide} line={line} />
      <div className={isAssessed(line.mode) ? 'workspace' : 'workspace-told'}>
        {isAssessed(line.mode) && (
          <div>
            <RoundForm round={round} onChange={setRound} line={line.id} />
            <FactForm
              program={program}
              uses={uses}
              entry={facts}
              onChange={setFacts}
              kept="填写内容只保存在本浏览器。"
            />
            <ReadingForm ids={assessment.readings} round={round} onChange={setRound} />
          </div>
        )}
        <section id="result" className="workspace-result" aria-label="评估结果" tabIndex={-1}>
          <AssessmentView
            assessment={assessment}
            program={program}
            papers={papers}
            answerWith={answerWith}
            faultCount={faults?.length ?? 0}
            onAsk={ask}
          >
            {isAssessed(line.mode) && (
              <WhatIfPanel program={program} regions={regions} facts={told} round={round} />
            )}
          </AssessmentView>
        </section>
      </div>
      <SummaryBar assessment={assessment} />
    </FieldContext>
  );
}

import { keep, readKept } from '@fuchi/platform-browser/kept-text';
import { compile } from '@fuchi/policy/assess/program';
import type { CheckedLine } from '@fuchi/policy/checked-guide';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { assessProgram } from './assess-line.ts';
import { type Entry, readEntry } from './entry.ts';
import { factUses } from './fact-uses.ts';
import { FactForm } from './form/fact-form.tsx';
import { FieldContext, type FieldWorld } from './form/field-context.ts';
import { ReadingForm } from './form/reading-form.tsx';
import { RoundForm } from './form/round-form.tsx';
import type { GuideData } from './guide-data.ts';
import { LineHead } from './line-head.tsx';
import { isAssessed } from './line-mode.ts';
import { AssessmentView } from './result/assessment-view.tsx';
import { SummaryBar } from './result/summary-bar.tsx';
import { questionOf, readRoundEntry } from './round-entry.ts';
import { useFieldFocus } from './use-field-focus.ts';

interface Props {
  readonly data: GuideData;
  readonly line: CheckedLine;
}

/** One line: what is entered on the left, what the guide says of it on the right. */
export function LineWorkspace({ data: { guide, regions }, line }: Props) {
  const factsKey = `fuchi/${guide.guide.id}/facts/${line.id}`;
  const roundKey = `fuchi/${guide.guide.id}/round`;
  const [facts, setFacts] = useState<Entry>(() => readEntry(readKept(factsKey)));
  const [round, setRound] = useState(() =>
    readRoundEntry(readKept(roundKey), {
      call: guide.call.map((c) => c.clause),
      readings: guide.guide.readings.filter((r) => r.form === '数据').map((r) => r.id),
    }),
  );
  useEffect(() => keep(factsKey, facts), [factsKey, facts]);
  useEffect(() => keep(roundKey, round), [roundKey, round]);

  const { call, otherReadings } = round;
  const program = useMemo(
    () => compile(guide, line.id, { call, otherReadings }),
    [guide, line.id, call, otherReadings],
  );
  const uses = useMemo(() => program && factUses(program), [program]);
  const told = useDeferredValue(facts);
  const answer = useMemo(
    () => program && assessProgram(program, regions, questionOf(told, round)),
    [program, regions, told, round],
  );
  const { asked, ask } = useFieldFocus();
  const faults = answer?.faults;
  const world = useMemo<FieldWorld>(
    () => ({ guide, regions, faults: faults ?? [], asked }),
    [guide, regions, faults, asked],
  );
  if (!program || !uses || !answer) return null;
  const { assessment } = answer;

  return (
    <FieldContext value={world}>
      <LineHead guide={guide} line={line} />
      <div className={isAssessed(line.mode) ? 'workspace' : 'workspace-told'}>
        {isAssessed(line.mode) && (
          <div>
            <RoundForm round={round} onChange={setRound} line={line.id} />
            <FactForm program={program} uses={uses} entry={facts} onChange={setFacts} />
            <ReadingForm ids={assessment.readings} round={round} onChange={setRound} />
          </div>
        )}
        <section id="result" className="workspace-result" aria-label="评估结果" tabIndex={-1}>
          <AssessmentView
            assessment={assessment}
            program={program}
            faultCount={answer.faults.length}
            onAsk={ask}
          />
        </section>
      </div>
      <SummaryBar assessment={assessment} />
    </FieldContext>
  );
}

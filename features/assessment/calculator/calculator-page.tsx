import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { saveFile } from '@fuchi/platform-browser/save-file';
import { FieldContext, type FieldWorld } from '@fuchi/ui/facts/field-context';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { useDeferredValue, useMemo } from 'react';
import { type Answers, isBlank } from '../answers/answers.ts';
import { useAnswers } from '../answers/use-answers.ts';
import { AnswerList } from './answer-list.tsx';
import { LinkNotice } from './link-notice.tsx';
import { isWanted, type QuestionId } from './question.ts';
import { QuestionCard } from './question-card.tsx';
import { askedFor } from './standing.ts';
import { StandingList } from './standing-list.tsx';
import { TallyBar } from './tally-bar.tsx';
import { useAsking } from './use-asking.ts';
import { useGates } from './use-gates.ts';
import { useStandings } from './use-standings.ts';
import '../page.css';
import './calculator.css';

/**
 * 测一测: a few answers, and where every line of the guide stands for them. A keystroke draws the question at once;
 * whatever shows the lines takes `told`, which follows as soon as there is time, and is drawn only where it changed.
 */
export function CalculatorPage({ data: { guide, regions } }: { readonly data: GuideData }) {
  usePageTitle('测一测');
  const [answers, answer] = useAnswers(guide);
  const told = useDeferredValue(answers);
  const { groups, faults, standFor } = useStandings(guide, regions, told);
  const standingsFor = (of: Answers) => (of === told ? { groups, faults } : standFor(of));
  const openFor = (of: Answers) => askedFor(standingsFor(of).groups);
  const isFaulty = (question: QuestionId) =>
    standingsFor(answers).faults.some(
      ({ path }) => `fact ${path.replace(/[.[].*$/, '')}` === question,
    );
  const gates = useGates(guide, regions);
  const asking = useAsking({ guide, answers, onAnswer: answer, openFor, gates, isFaulty });
  const { wanted, aside } = told;
  const open = useMemo(
    () => askedFor(groups).filter((s) => isWanted(s, { wanted, aside })),
    [groups, wanted, aside],
  );
  const world = useMemo<FieldWorld>(
    () => ({ guide, regions, faults, asked: null, saveFile }),
    [guide, regions, faults],
  );

  return (
    <FieldContext value={world}>
      <div className="page-title">
        <h1>测一测：哪些项目能申报、最多补多少</h1>
        <p className="quiet">
          回答几个问题，马上看到各项目类别是否符合、补助上限和不符合的原因。不用登录；填写内容只留在本浏览器，不会上传。
        </p>
      </div>
      <LinkNotice guide={guide} blank={isBlank(answers)} onAnswer={answer} />
      <div className="calculator">
        <div className="calculator-asks">
          <QuestionCard
            guide={guide}
            answers={answers}
            onAnswer={answer}
            asking={asking}
            open={open}
            gates={gates}
          />
          <AnswerList
            guide={guide}
            answers={told}
            faults={faults}
            onAnswer={answer}
            onAsk={asking.ask}
          />
        </div>
        <section id="standings" className="calculator-lines" aria-label="各项目类别" tabIndex={-1}>
          <StandingList
            guide={guide}
            groups={groups}
            wanted={wanted}
            aside={aside}
            onAsk={asking.ask}
            onAnswer={answer}
          />
        </section>
      </div>
      <TallyBar groups={groups} wanted={wanted} aside={aside} />
    </FieldContext>
  );
}

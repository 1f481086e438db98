import { useDesk } from '@fuchi/platform-browser/use-desk';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import {
  type GuideParts,
  type GuideRow,
  guideList,
  guideParts,
  type RoundContentBody,
  type RoundRow,
  type RoundUnits,
  type RoundView,
  roundList,
  roundUnits,
  roundView,
} from '../contract.ts';
import { registerLike } from '../setup/register-of-units.ts';
import { BasicsPart } from './basics-part.tsx';
import { ChainsPart } from './chains-part.tsx';
import { ClocksPart } from './clocks-part.tsx';
import { ConditionsPart } from './conditions-part.tsx';
import { LimitsPart } from './limits-part.tsx';
import { LinesPart } from './lines-part.tsx';
import { PartLinks } from './part-links.tsx';
import { ReadingsPart } from './readings-part.tsx';
import { RecommendersPart } from './recommenders-part.tsx';
import { RoundActions } from './round-actions.tsx';
import { RoundState } from './round-state.tsx';
import { RulesPart } from './rules-part.tsx';
import './rounds.css';

/** What a round's page works with besides the round. */
interface Around {
  readonly units: RoundUnits;
  readonly guides: readonly GuideRow[];
  readonly rounds: readonly RoundRow[];
}

/** `/rounds/$round`: everything that is set of a round, and what may be done with it. */
export function RoundPage({ id }: { readonly id: string }) {
  const [round, setRound] = useState<RoundView>();
  const [around, setAround] = useState<Around>();
  const [content, setContent] = useState<RoundContentBody>();
  const [guide, setGuide] = useState<GuideParts>();
  /** Whether a published round is being changed. */
  const [changing, setChanging] = useState(false);
  const { fault, ask } = useDesk();
  usePageTitle(round?.content.name ?? '申报批次');

  const read = useCallback(async () => {
    const found = await ask({ path: `/api/desk/rounds/${id}` }, roundView);
    if (!found) return;
    setRound(found);
    setContent(found.content);
    setGuide(found.guide);
    setChanging(false);
  }, [ask, id]);
  useEffect(() => void read(), [read]);
  useEffect(() => {
    void (async () => {
      const units = await ask({ path: '/api/desk/round-units' }, roundUnits);
      const versions = await ask({ path: '/api/guides' }, guideList);
      const list = await ask({ path: '/api/desk/rounds' }, roundList);
      if (units && versions && list) {
        setAround({ units, guides: versions.guides, rounds: list.rounds });
      }
    })();
  }, [ask]);

  if (!round || !content || !guide || !around) {
    return <PageState>{fault?.message ?? '正在读取……'}</PageState>;
  }
  const fixed = !(round.buttons.some(({ command }) => command === 'send') || changing);
  const changed = JSON.stringify(content) !== JSON.stringify(round.content);
  const onChange = (next: RoundContentBody) => {
    setContent(next);
    if (next.guide !== guide.digest) void otherGuide(next.guide);
  };
  const otherGuide = async (digest: string) => {
    const parts = await ask({ path: `/api/desk/guides/${digest}` }, guideParts);
    if (parts) setGuide(parts);
  };
  const copyRegister = async (from: string) => {
    const other = await ask({ path: `/api/desk/rounds/${from}` }, roundView);
    if (!other) return;
    const { recommenders } = other.content;
    onChange({
      ...content,
      recommenders: [...registerLike(recommenders, around.units.recommenders)],
    });
  };
  // What the last check found is of what was kept; while something else is typed it still says what to do.
  const { faults } = round;
  const part = { content, guide, units: around.units, faults, fixed, onChange };
  return (
    <>
      <div className="page-title">
        <p className="small">
          <Link to="/rounds">申报批次</Link>
        </p>
        <h1>{round.content.name}</h1>
        <RoundState round={round} />
      </div>
      <RoundActions
        round={round}
        content={content}
        changed={changed}
        changing={changing}
        onChanging={(on) => {
          setChanging(on);
          if (!on) void read();
        }}
        onSaved={(next) => setRound({ ...round, ...next, content })}
        onDone={() => void read()}
      />
      <PartLinks faults={fixed ? [] : faults} />
      <div id="basics" className="round-part">
        <BasicsPart {...part} guides={around.guides} year={round.year} />
      </div>
      <div id="lines" className="round-part round-part-whole">
        <LinesPart {...part} />
      </div>
      <div id="clocks" className="round-part">
        <ClocksPart {...part} />
      </div>
      <div id="recommenders" className="round-part round-part-whole">
        <RecommendersPart
          {...part}
          earlier={around.rounds.filter((each) => each.id !== id)}
          onCopy={(from) => void copyRegister(from)}
        />
      </div>
      <div id="limits" className="round-part">
        <LimitsPart {...part} />
      </div>
      <div id="conditions" className="round-part">
        <ConditionsPart {...part} />
      </div>
      <div id="readings" className="round-part">
        <ReadingsPart {...part} />
      </div>
      <div id="rules" className="round-part">
        <RulesPart {...part} />
      </div>
      <div id="chains" className="round-part">
        <ChainsPart {...part} />
      </div>
    </>
  );
}

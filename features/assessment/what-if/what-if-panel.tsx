import { assessProgram } from '@fuchi/policy/assess/assess-line';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import type { Entry } from '@fuchi/policy/facts/entry';
import { VERDICT_WORDS } from '@fuchi/policy/sentence/words';
import { AmountText } from '@fuchi/ui/assessment/amount-text.tsx';
import { stepValue } from '@fuchi/ui/assessment/amount-value';
import { figureText } from '@fuchi/ui/assessment/figure-text';
import { grouped } from '@fuchi/ui/grouped';
import { Panel } from '@fuchi/ui/panel.tsx';
import { VerdictMark } from '@fuchi/ui/verdict-mark.tsx';
import type { Regions } from '@fuchi/values/region';
import { Select } from 'antd';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { questionOf, type RoundEntry } from '../round-entry.ts';
import { FigureSlider } from './figure-slider.tsx';
import { type Stretch, scaleEnd, stretches } from './stretches.ts';
import { atCap, decimalsOf, ofOneKind, stepOf, stepText, triable } from './trial.ts';
import './what-if.css';

interface Props {
  readonly program: Program;
  readonly regions: Regions;
  readonly facts: Entry;
  readonly round: RoundEntry;
}

/** One figure is moved, everything else stays as it is told: where verdict and amount turn. */
export function WhatIfPanel({ program, regions, facts, round }: Props) {
  const choices = triable(program, facts);
  const [chosen, setChosen] = useState<string | null>(null);
  const labelId = useId();
  const spec = choices.find((c) => c.id === chosen);
  if (choices.length === 0) return null;
  return (
    <Panel title="如果……会怎样">
      <div className="what-if">
        <p className="quiet small">
          选一个数改一改，看结论和补助上限在哪里变。其他答案不动，这里的改动也不影响已填的答案。
        </p>
        <span id={labelId}>要试的数</span>
        <Select
          className="choice-select"
          aria-labelledby={labelId}
          placeholder="选择要试的数"
          value={chosen}
          onChange={setChosen}
          options={choices.map((c) => ({ value: c.id, label: c.label }))}
        />
        {spec && (
          <Trial
            key={`${program.line.id} ${spec.id}`}
            fact={spec.id}
            {...{ program, regions, facts, round }}
          />
        )}
      </div>
    </Panel>
  );
}

const START = 100;

function Trial({ program, regions, facts, round, fact }: Props & { readonly fact: string }) {
  const spec = program.specs.get(fact);
  const decimals = (spec && decimalsOf(spec)) ?? 0;
  const told = facts[fact];
  const now = typeof told === 'string' ? stepOf(told, decimals) : undefined;
  const [moved, setMoved] = useState<number | null>(null);
  const answerAt = useMemo(() => {
    const known = new Map<number, Assessment>();
    return (step: number): Assessment => {
      const before = known.get(step);
      if (before) return before;
      const text = stepText(step, decimals);
      const question = questionOf({ ...facts, [fact]: text }, round);
      const { assessment } = assessProgram(program, regions, question);
      known.set(step, assessment);
      return assessment;
    };
  }, [program, regions, facts, round, fact, decimals]);
  const parts = useMemo(() => {
    const start = Math.max(START * 10 ** decimals, (now ?? 0) * 2);
    return stretches(0, scaleEnd(start, answerAt, ofOneKind), answerAt, ofOneKind);
  }, [answerAt, now, decimals]);
  const at = moved ?? now ?? parts.at(-1)?.from ?? 0;
  const shown = answerAt(useDeferredValue(at));
  if (!spec) return null;
  const figure = (step: number) => `${grouped(stepText(step, decimals))}${spec.unit}`;
  return (
    <>
      <FigureSlider
        label={spec.label}
        unit={spec.unit}
        decimals={decimals}
        at={at}
        most={Math.max(parts.at(-1)?.to ?? at, at)}
        onMove={setMoved}
      />
      <p className="what-if-answer" role="status">
        <VerdictMark verdict={shown.verdict} />
        <Ceiling assessment={shown} />
      </p>
      <table className="figures what-if-turns">
        <thead>
          <tr>
            <th scope="col">{spec.label}</th>
            <th scope="col">结论</th>
            <th scope="col" className="right">
              补助上限（万元）
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, i) => (
            <tr key={part.from}>
              <th scope="row">
                <button type="button" className="link" onClick={() => setMoved(part.from)}>
                  {spanText(part, i, parts, figure)}
                </button>
              </th>
              <td>{VERDICT_WORDS[part.answer.verdict]}</td>
              <td className="right">{amountsText(part.answer, answerAt(part.to))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function spanText(
  { from, to }: Stretch<Assessment>,
  index: number,
  parts: readonly Stretch<Assessment>[],
  figure: (step: number) => string,
): string {
  if (parts.length === 1) return '不论多少';
  const next = parts[index + 1];
  if (!next) return `${figure(from)}及以上`;
  return index === 0 ? `不到${figure(next.from)}` : `${figure(from)}至${figure(to)}`;
}

/** What a stretch allows at its beginning, and where that is something else at its end. */
function amountsText(first: Assessment, last: Assessment): string {
  if (first.verdict === 'ineligible') return '—';
  const [from, to] = [first, last].map(({ ceiling }) =>
    figureText(ceiling === null ? null : stepValue(ceiling), ''),
  );
  const end = atCap(last) ? '（封顶）' : '';
  return from === to ? `${to}${end}` : `${from} 到 ${to}${end}`;
}

function Ceiling({ assessment: { ceiling, ifEligible, verdict } }: { assessment: Assessment }) {
  const amount = ceiling ?? ifEligible;
  if (amount === null) return <span className="quiet">补助上限尚不能算出</span>;
  return (
    <span className={verdict === 'ineligible' ? 'quiet' : ''}>
      {verdict === 'eligible' ? '补助上限 ' : '若符合，补助上限 '}
      <AmountText value={stepValue(amount)} unit="万元" />
    </span>
  );
}

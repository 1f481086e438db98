import { CLOCKS, type ClockKind } from '@fuchi/record-round/contract';
import { Deadline } from '@fuchi/ui/deadline.tsx';
import { deadlineText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { useServerNow } from '@fuchi/ui/server-clock';
import type { RoundView } from '../contract.ts';

interface Props {
  readonly rounds: readonly RoundView[];
  /** The clock that runs for who looks. */
  readonly own: ClockKind | null;
  readonly wide: boolean;
}

/** 时限: the clocks of the open rounds that concern a desk. */
export function ClocksPanel({ rounds, own, wide }: Props) {
  return (
    <Panel title="申报时限">
      {rounds.length === 0 && (
        <p className="quiet">现在没有开放的申报批次。批次开放以后，各级的截止时间会列在这里。</p>
      )}
      {rounds.map((round) => (
        <section key={round.id} className={wide ? 'desk-round desk-round-wide' : 'desk-round'}>
          <h3>{round.name}</h3>
          <dl>
            {round.clocks.map(({ kind, at, lines }) => (
              <div key={`${kind} ${at}`} className={kind === own ? 'desk-own-clock' : undefined}>
                <dt>
                  {CLOCKS[kind]}
                  {kind === own && <span className="tag tag-none">您的时限</span>}
                  {lines && (
                    <span className="quiet small desk-clock-lines">{lines.join('、')}</span>
                  )}
                </dt>
                <dd>{kind === 'opening' ? <Opening at={at} /> : <Deadline at={at} />}</dd>
              </div>
            ))}
          </dl>
          {round.elsewhere.length > 0 && (
            <p className="quiet small">
              部分地方的{round.elsewhere.map((kind) => CLOCKS[kind]).join('、')}另有规定。
            </p>
          )}
        </section>
      ))}
    </Panel>
  );
}

/** Once it is open there is nothing to count down to. */
function Opening({ at }: { readonly at: string }) {
  const now = useServerNow(1000);
  if (now === undefined || now < Date.parse(at)) return <Deadline at={at} />;
  return (
    <span className="deadline">
      <span>已开放</span>
      <time className="deadline-at" dateTime={at}>
        {deadlineText(at)}
      </time>
    </span>
  );
}

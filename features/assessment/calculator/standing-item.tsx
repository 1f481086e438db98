import type { Amount, Assessment } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { BECAUSE_WORDS } from '@fuchi/policy/sentence/words';
import { AmountText } from '@fuchi/ui/assessment/amount-text.tsx';
import { stepValue } from '@fuchi/ui/assessment/amount-value';
import { GapText } from '@fuchi/ui/assessment/gap-text.tsx';
import { MODE_NOTES } from '@fuchi/ui/assessment/line-mode';
import { citedClause } from '@fuchi/ui/clause-words';
import { VerdictMark } from '@fuchi/ui/verdict-mark.tsx';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { QuestionId } from './question.ts';
import type { Standing } from './standing.ts';

interface Props {
  readonly standing: Standing;
  readonly guide: CheckedGuide;
  readonly onAsk: (question: QuestionId) => void;
  /** Puts the line out of the way; not offered where there is nothing to ask. */
  readonly onAside?: (line: string) => void;
}

/** One line: whether it fits, the most it allows, and a word on what decides it. Drawn anew only when it changed. */
export const StandingItem = memo(function StandingItem(props: Props) {
  const { standing, guide, onAsk, onAside } = props;
  const { assessment, group, section } = standing;
  const { title, line, mode } = assessment;
  return (
    <li className="standing">
      <Head line={line} title={title} mode={mode} section={section} group={group} />
      {group !== 'not-applied' && <StandingAmount standing={standing} />}
      <Decides standing={standing} guide={guide} notice={noticeOf(guide, line)} onAsk={onAsk} />
      {onAside && (
        <button
          type="button"
          className="link small standing-set-aside"
          aria-label={`${title}与我无关`}
          onClick={() => onAside(line)}
        >
          与我无关
        </button>
      )}
    </li>
  );
});

interface HeadProps
  extends Pick<Assessment, 'line' | 'title' | 'mode'>,
    Pick<Standing, 'section' | 'group'> {}

/** Which line, and where it stands; the figures below change far more often. */
const Head = memo(function Head({ line, title, mode, section, group }: HeadProps) {
  return (
    <div className="standing-head">
      <span className="clause">{section}</span>
      <Link to="/lines/$line" params={{ line }}>
        {title}
      </Link>
      {group === 'not-applied' ? (
        <span className="mode-note">{MODE_NOTES[mode]}</span>
      ) : (
        <VerdictMark verdict={group} />
      )}
    </div>
  );
});

function noticeOf(guide: CheckedGuide, line: string): string {
  return guide.lines.find((l) => l.id === line)?.notice ?? '';
}

function StandingAmount({ standing: { assessment } }: Pick<Props, 'standing'>) {
  const { ceiling, ifEligible, cap, verdict } = assessment;
  const amount = ceiling ?? ifEligible;
  const known = amount === null || isOpen(amount) ? null : stepValue(amount);
  const shown = known ?? (cap === null ? null : { atLeast: '0', atMost: cap });
  if (shown === null) return <p className="standing-amount">金额尚不能算出</p>;
  return (
    <p className="standing-amount">
      {verdict === 'eligible' ? '补助上限 ' : '若符合，补助上限 '}
      <AmountText value={shown} unit="万元" />
    </p>
  );
}

/** Nothing is known of an amount between nothing and anything. */
function isOpen(amount: Amount): boolean {
  return 'atLeast' in amount && amount.atLeast === '0' && amount.atMost === null;
}

function Decides({
  standing: { assessment, group, failing, lacking },
  guide,
  notice,
  onAsk,
}: Pick<Props, 'standing' | 'guide' | 'onAsk'> & { readonly notice: string }) {
  if (group === 'not-applied') return <p className="quiet small">{notice}</p>;
  if (group === 'eligible')
    return (
      <>
        <p className="quiet small">按已填的事实，各项支持条件都符合。</p>
        <Lacking lead="金额还要看：" lacking={lacking} onAsk={onAsk} />
      </>
    );
  if (group === 'ineligible' && failing)
    return (
      <div className="standing-why">
        <p>
          <span className="clause">{citedClause(failing.clause)}</span> {failing.says}
          {assessment.failing.length > 1 && (
            <span className="quiet">另有{assessment.failing.length - 1}条不符合</span>
          )}
        </p>
        {failing.gap && <GapText gap={failing.gap} facts={failing.facts} guide={guide} />}
      </div>
    );
  if (lacking.length > 0)
    return <Lacking lead={`还差${lacking.length}项：`} lacking={lacking} onAsk={onAsk} />;
  const [because] = assessment.open;
  return (
    <p className="quiet small">
      {because && `${citedClause(because.clause)}：${BECAUSE_WORDS[because.because]}`}
    </p>
  );
}

interface LackingProps extends Pick<Props, 'onAsk'> {
  readonly lead: string;
  readonly lacking: Standing['lacking'];
}

/** What is still to be told, the first of it a way to its question. */
function Lacking({ lead, lacking, onAsk }: LackingProps) {
  const [first, ...rest] = lacking;
  if (!first) return null;
  return (
    <p className="standing-why small">
      {lead}
      <button type="button" className="link" onClick={() => onAsk(`fact ${first.fact}`)}>
        {first.label}
      </button>
      {rest.length > 0 && `、${rest[0]?.label}`}
      {rest.length > 1 && '等'}
    </p>
  );
}

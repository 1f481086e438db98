import { Moment } from '@fuchi/ui/moment.tsx';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { RoundView } from '../contract.ts';
import { RoundStateTag } from './round-state-tag.tsx';

/** Where a round stands: its state, what is being signed of it, what came back last. */
export function RoundState({ round }: { readonly round: RoundView }) {
  const waiting = round.signOffs.find(({ state }) => state === 'waiting');
  const [last] = round.signOffs;
  const declined = !waiting && last?.state === 'declined' ? last : undefined;
  return (
    <>
      <p className="round-state">
        <RoundStateTag state={round.state} name={round.stateName} />
        <span className="quiet">{round.year}年度</span>
        {round.publishedAt !== null && (
          <span className="quiet">
            <Moment at={round.publishedAt} /> 发布
          </span>
        )}
        {round.closedAt !== null && (
          <span className="quiet">
            <Moment at={round.closedAt} /> {round.stateName}
          </span>
        )}
      </p>
      {waiting && (
        <Alert
          type="info"
          showIcon
          title={
            <>
              <Link to="/sign-offs/$signOff" params={{ signOff: waiting.id }}>
                {waiting.title}
              </Link>
              正在签批，轮到“{waiting.next}”。
            </>
          }
        />
      )}
      {declined && (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              <Link to="/sign-offs/$signOff" params={{ signOff: declined.id }}>
                {declined.title}
              </Link>
              没有同意：{declined.declined}
            </>
          }
        />
      )}
    </>
  );
}

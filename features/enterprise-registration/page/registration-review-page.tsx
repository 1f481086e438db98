import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Deadline } from '@fuchi/ui/deadline.tsx';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { type RegistrationView, registrationView } from '../contract.ts';
import { CheckList } from './check-list.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { ReviewFacts } from './review-facts.tsx';
import { ScanViewer } from './scan-viewer.tsx';
import { StateTag } from './state-tag.tsx';
import './registration.css';
import './review.css';

interface Props {
  readonly id: string;
}

/** `/registrations/…`: what was handed in beside its two scans, what was looked up, and the decision. */
export function RegistrationReviewPage({ id }: Props) {
  const [view, setView] = useState<RegistrationView>();
  const { fault, ask } = useDesk();
  const read = useCallback(async () => {
    setView(await ask({ path: `/api/registrations/${id}` }, registrationView));
  }, [ask, id]);
  useEffect(() => void read(), [read]);
  usePageTitle(view?.name ?? '企业注册');
  if (fault) {
    return (
      <PageState>
        {fault.code === 'no-such' ? '没有这份注册，或者不由您的单位审核。' : fault.message}
      </PageState>
    );
  }
  if (!view) return <PageState>正在读取……</PageState>;
  return (
    <>
      <div className="page-title">
        <p className="small">
          <Link to="/registrations">企业注册审核</Link>
        </p>
        <h1>{view.name}</h1>
        <p className="review-state">
          <StateTag state={view.state} name={view.stateName} />
          <span>{view.purpose === 'new' ? '注册新单位' : '接管已注册的单位'}</span>
          {view.dueAt !== null && (
            <span>
              审核期限 <Deadline at={view.dueAt} past="overdue" />
            </span>
          )}
        </p>
      </div>
      <div className="review">
        <div>
          <ReviewFacts view={view} />
          {view.checks.length > 0 && <CheckList checks={view.checks} />}
          {view.buttons.length > 0 && (
            <DecisionPanel
              key={view.askedAt}
              view={view}
              onDecided={setView}
              onStale={() => void read()}
            />
          )}
        </div>
        <div>
          <ScanViewer
            title="营业执照"
            path={`/api/registrations/${id}/licence`}
            scan={view.licence}
          />
          <ScanViewer
            title="授权书"
            path={`/api/registrations/${id}/authorisation`}
            scan={view.authorisation}
          />
        </div>
      </div>
    </>
  );
}

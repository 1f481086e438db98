import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { Deadline } from '@fuchi/ui/deadline.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { ApplicationContext, type ApplicationWorld } from './application-world.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { isPartOf } from './is-part-of.ts';
import { NextPart } from './next-part.tsx';
import { PartLink } from './part-link.tsx';
import { SaveState, SaveTrouble } from './save-state.tsx';
import { useOpenApplication } from './use-open-application.ts';
import './application.css';

interface Props {
  readonly id: string;
  readonly site: GuideData;
  /** The parts in their order, for the way between them. */
  readonly parts: readonly { readonly part: string; readonly name: string }[];
  /** The part that is shown; '' for the list of tasks. */
  readonly part: string;
  readonly children: ReactNode;
}

/** `/applications/<application>/…`: what stands over every part of one application. */
export function ApplicationFrame({ id, site, parts, part, children }: Props) {
  const opening = useOpenApplication(id, site);
  if (opening.state === 'opening') return <PageState>正在打开申报……</PageState>;
  if (opening.state === 'refused') {
    return (
      <>
        <PageState>{opening.fault.message}</PageState>
        <Link to="/applications">返回申报列表</Link>
      </>
    );
  }
  const { program } = opening.world;
  const own = parts.filter((one) => isPartOf(program, one.part));
  return (
    <ApplicationContext value={opening.world}>
      <Head world={opening.world} parts={own} />
      <div className="application-parts">{children}</div>
      <NextPart parts={own} part={part} />
    </ApplicationContext>
  );
}

function Head({ world, parts }: Pick<Props, 'parts'> & { readonly world: ApplicationWorld }) {
  const { view, draft, reload } = world;
  usePageTitle(`${view.lineTitle}申报`);
  const submitted = !view.open && view.state === 'submitted';
  return (
    <header className="application-head">
      <nav aria-label="位置">
        <Link to="/applications">我的申报</Link>
      </nav>
      <h1>{view.title === '' ? view.lineTitle : view.title}</h1>
      <p className="quiet">
        {view.roundName} · {view.lineTitle}
        {view.number !== null && ` · 受理编号 ${view.number}`}
        {view.deadline !== null && (
          <>
            {' · 申报截止 '}
            {submitted ? momentText(view.deadline) : <Deadline at={view.deadline} />}
          </>
        )}
      </p>
      <SaveState draft={draft} submitted={submitted} stateName={view.stateName} />
      <SaveTrouble draft={draft} />
      {view.returned && (
        <Alert
          type="warning"
          showIcon
          title={`${momentText(view.returned.at)} 退回修改：${view.returned.reason}`}
        />
      )}
      {draft.closed !== '' && (
        <Button size="small" onClick={reload}>
          刷新
        </Button>
      )}
      <ConflictPanel />
      <nav className="application-steps" aria-label="申报的各部分">
        {parts.map(({ part, name }) => (
          <PartLink key={part} application={view.id} part={part}>
            {name}
          </PartLink>
        ))}
      </nav>
    </header>
  );
}

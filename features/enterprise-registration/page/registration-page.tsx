import { onSessionNews, tellSession } from '@fuchi/platform-browser/session-news';
import { isSignedInHint } from '@fuchi/platform-browser/signed-in-hint';
import { useDesk } from '@fuchi/platform-browser/use-desk';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import type { Regions } from '@fuchi/values/region';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { type OwnView, ownView } from '../contract.ts';
import { NewAccountPanel } from './new-account-panel.tsx';
import { OwnPanel } from './own-panel.tsx';
import { RegistrationSteps } from './registration-steps.tsx';
import { UnitForm } from './unit-form.tsx';
import './registration.css';

interface Props {
  readonly regions: Regions;
}

/** `/registration`: an account, the unit's particulars and papers, and where they stand. */
export function RegistrationPage({ regions }: Props) {
  usePageTitle('企业注册');
  const [signedIn, setSignedIn] = useState(isSignedInHint);
  const [own, setOwn] = useState<OwnView>();
  const { fault, ask } = useDesk();
  const read = useCallback(async () => {
    if (isSignedInHint()) setOwn(await ask({ path: '/api/registration' }, ownView));
  }, [ask]);
  useEffect(() => void read(), [read]);
  useEffect(
    () =>
      onSessionNews(() => {
        setSignedIn(isSignedInHint());
        if (!isSignedInHint()) setOwn(undefined);
      }),
    [],
  );
  const begun = () => {
    setSignedIn(true);
    tellSession('changed');
    void read();
  };
  const outside = !signedIn || fault?.code === 'sign-in-first';
  return (
    <>
      <div className="page-title">
        <h1>企业注册</h1>
        <p className="quiet">
          申报单位第一次使用时注册一次。统一社会信用代码只能注册一次，由当地推荐单位审核营业执照和授权书。
        </p>
      </div>
      <RegistrationSteps at={outside ? 0 : stepOf(own)} />
      {outside && <NewAccountPanel onMade={begun} />}
      {!outside && fault && (
        <>
          <PageState>{fault.message}</PageState>
          <Button onClick={() => void read()}>重试</Button>
        </>
      )}
      {!outside && !fault && !own && <PageState>正在读取……</PageState>}
      {!outside && own && (
        <>
          <PersonNote own={own} />
          {own.registration && <OwnPanel registration={own.registration} onChange={setOwn} />}
          {own.draft && (
            <UnitForm
              key={own.registration?.id ?? 'first'}
              own={{ ...own, draft: own.draft }}
              regions={regions}
              onHandedIn={setOwn}
            />
          )}
        </>
      )}
    </>
  );
}

/** The login as it was given out stands in sight until the unit is let in. */
function PersonNote({ own: { person, units, registration } }: { readonly own: OwnView }) {
  if (registration?.state === 'approved') return null;
  return (
    <Alert
      className="registration-note"
      type="info"
      showIcon
      title={
        <>
          您的登录账号是 <strong className="amount">{person.login}</strong>
          （包括末尾的数字），请记下。
          {units.length > 0 && `您已经可以为${units.join('、')}办事，这里注册的是另一个单位。`}
        </>
      }
    />
  );
}

function stepOf(own: OwnView | undefined): number {
  const state = own?.registration?.state;
  if (state === 'submitted') return 2;
  return state === 'approved' && !own?.draft ? 3 : 1;
}

import { tellSession } from '@fuchi/platform-browser/session-news';
import { momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import type { ProfileView } from '../contract.ts';
import { FactorSetUp } from './factor-set-up.tsx';
import { FactorUse } from './factor-use.tsx';

interface Props {
  readonly profile: ProfileView;
  readonly onChange: () => void;
}

/** Fewer left than this is said in plain words. */
const FEW = 3;

/** The second factor: set up, new recovery codes, taken away where the roles allow it. */
export function FactorPanel({ profile, onChange }: Props) {
  const [doing, setDoing] = useState<'set-up' | 'codes' | 'remove'>();
  const { secondFactorAt: at, secondFactorNeeded: needed, recoveryCodesLeft: left } = profile;
  const done = () => {
    setDoing(undefined);
    tellSession('changed');
    onChange();
  };
  const actions =
    at === null ? (
      <Button onClick={() => setDoing('set-up')}>设置两步验证</Button>
    ) : (
      <div className="entry-actions">
        <Button onClick={() => setDoing('codes')}>重新生成恢复码</Button>
        {!needed && <Button onClick={() => setDoing('remove')}>关闭</Button>}
      </div>
    );
  return (
    <Panel title="两步验证" aside={doing === undefined && actions}>
      {at === null ? (
        <p>没有设置。设置以后，登录时除了密码还要手机上的验证码，密码泄露了别人也登录不了。</p>
      ) : (
        <p>
          {momentText(at)} 设置，还有{left}个恢复码
          {left < FEW && '，快用完了，请重新生成'}。{needed && '您的岗位必须使用，不能关闭。'}
        </p>
      )}
      {doing === 'set-up' && <FactorSetUp onDone={done} />}
      {(doing === 'codes' || doing === 'remove') && (
        <FactorUse doing={doing} onDone={done} onCancel={() => setDoing(undefined)} />
      )}
    </Panel>
  );
}

import { deskFetch } from '@fuchi/platform-browser/desk-fetch';
import { lookReply } from '@fuchi/record-person/contract';
import { MaskedValue } from '@fuchi/ui/masked-value.tsx';
import { Moment } from '@fuchi/ui/moment.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import type { RegistrationView } from '../contract.ts';

/** What was handed in, to be compared with the scans. */
export function ReviewFacts({ view }: { readonly view: RegistrationView }) {
  const look = (field: 'phone' | 'email') => async (why: string) => {
    const ask = {
      method: 'POST',
      path: `/api/registrations/${view.id}/contact`,
      body: { field, why },
    } as const;
    const answer = await deskFetch(ask, lookReply);
    return answer.ok
      ? { ok: true as const, value: answer.value.value }
      : { ok: false as const, message: answer.fault.message };
  };
  return (
    <Panel title="提交的内容">
      <dl className="registration-facts">
        <dt>单位名称</dt>
        <dd>{view.name}</dd>
        <dt>统一社会信用代码</dt>
        <dd className="amount">{view.creditCode}</dd>
        <dt>注册地</dt>
        <dd>{view.territoryName}</dd>
        {view.unit && (
          <>
            <dt>要接管的单位</dt>
            <dd>
              {view.unit.name}
              <br />
              <span className="quiet">
                {view.unit.administrators.length === 0
                  ? '目前没有管理员'
                  : `现任管理员：${view.unit.administrators.join('、')}，通过后岗位结束`}
              </span>
            </dd>
          </>
        )}
        <dt>申请人</dt>
        <dd>{view.person}，通过后为单位管理员</dd>
        <dt>联系人</dt>
        <dd>{view.contactName}</dd>
        <dt>电话</dt>
        <dd>
          <MaskedValue label="电话" masked={view.contactPhone} onLook={look('phone')} />
        </dd>
        {view.contactEmail !== null && (
          <>
            <dt>邮箱</dt>
            <dd>
              <MaskedValue label="邮箱" masked={view.contactEmail} onLook={look('email')} />
            </dd>
          </>
        )}
        <dt>提交时间</dt>
        <dd>
          <Moment at={view.askedAt} />
        </dd>
        {view.decidedAt !== null && (
          <>
            <dt>办理时间</dt>
            <dd>
              <Moment at={view.decidedAt} />
            </dd>
          </>
        )}
        {view.reason !== null && (
          <>
            <dt>上次的意见</dt>
            <dd>{view.reason}</dd>
          </>
        )}
      </dl>
    </Panel>
  );
}

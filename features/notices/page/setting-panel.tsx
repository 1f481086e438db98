import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Checks } from '@fuchi/ui/entry/checks.tsx';
import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { type SettingView, settingView } from '../contract.ts';

const PATH = '/api/notices/setting';
const BY_MAIL = [
  { value: 'daily', text: '紧急的及时发，其余每天汇总' },
  { value: 'urgent', text: '只发紧急的' },
  { value: 'never', text: '不发邮件' },
] as const;

/** How somebody wants to be told besides on the page. */
export function SettingPanel() {
  const [setting, setSetting] = useState<SettingView>();
  const [saved, setSaved] = useState(false);
  const { busy, fault, ask } = useDesk();
  useEffect(() => {
    void ask({ path: PATH }, settingView).then((found) => found && setSetting(found));
  }, [ask]);
  if (!setting) return null;
  const { byMail, bySms } = setting;
  const alter = (more: Partial<SettingView>) => {
    setSaved(false);
    setSetting({ ...setting, ...more });
  };
  const save = async () => {
    const body = { byMail, bySms };
    const kept = await ask({ method: 'PUT', path: PATH, body }, settingView);
    if (!kept) return;
    setSetting(kept);
    setSaved(true);
  };
  return (
    <Panel title="除了本页，还怎样告诉您">
      <p className="quiet small">
        {mailSays(setting)}
        {setting.sms && (setting.phone === null ? '您没有登记手机。' : `手机：${setting.phone}。`)}
        联系方式在<Link to="/account">我的账号</Link>里修改。
      </p>
      <div role="status">{saved && <Alert type="success" showIcon title="已保存。" />}</div>
      <EntryForm
        send="保存"
        sending="正在保存"
        busy={busy}
        fault={fault}
        onSend={() => void save()}
      >
        <Choice
          label="邮件"
          value={byMail}
          onChange={(value) => {
            const chosen = BY_MAIL.find((each) => each.value === value);
            if (chosen) alter({ byMail: chosen.value });
          }}
          choices={BY_MAIL}
          path="byMail"
          fault={fault}
        />
        {setting.sms && (
          <Checks
            label="短信"
            chosen={bySms ? ['yes'] : []}
            onChange={(chosen) => alter({ bySms: chosen.includes('yes') })}
            choices={[{ value: 'yes', text: '紧急的发短信' }]}
            path="bySms"
            fault={fault}
          />
        )}
      </EntryForm>
    </Panel>
  );
}

function mailSays({ letters, email }: SettingView): string {
  if (letters === 'none') return '本站没有设置邮件服务，现在不会寄出邮件。';
  if (email === null) return '您没有登记邮箱，收不到邮件。';
  return letters === 'shown' ? `邮箱：${email}（演示时不寄出）。` : `邮箱：${email}。`;
}

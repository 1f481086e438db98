import { addressOf } from '@fuchi/platform-browser/address';
import { copyText } from '@fuchi/platform-browser/copy-text';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { LinkReply } from '../contract-people.ts';

interface Props {
  /** Whom it is for. */
  readonly name: string;
  /** What it is good for: 接受邀请. */
  readonly use: string;
  readonly reply: LinkReply;
  readonly onClose: () => void;
}

/** A link that works once has gone by letter, or is shown here and nowhere again. */
export function LinkShown({ name, use, reply: { link, sentTo }, onClose }: Props) {
  const [copied, setCopied] = useState<boolean>();
  const whole = link?.startsWith('/') ? addressOf(link) : link;
  return (
    <Dialog
      open
      title={whole === null ? '邮件已经写好' : '把链接交给本人'}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {whole === null ? '知道了' : '已经交给本人'}
        </Button>
      }
    >
      {whole === null ? (
        <p>
          {use}的链接在发给{name}的邮件里（{sentTo}）。
        </p>
      ) : (
        <div className="entry-form">
          <p>
            这是{name}
            {use}的链接，只显示这一次，也只能用一次。请当面或用可靠的方式交给本人，不要发到群里。
          </p>
          <output className="accounts-link" aria-label="链接">
            {whole}
          </output>
          <div className="entry-actions">
            <Button onClick={() => void copyText(whole).then(setCopied)}>复制链接</Button>
            <span role="status">
              {copied === true && '已复制'}
              {copied === false && '浏览器不让复制，请选中链接自己复制'}
            </span>
          </div>
          <Alert type="warning" showIcon title="关掉以后看不到了；弄丢了可以再做一个。" />
        </div>
      )}
    </Dialog>
  );
}

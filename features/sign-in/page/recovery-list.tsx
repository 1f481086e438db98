import { copyText } from '@fuchi/platform-browser/copy-text';
import { saveFile } from '@fuchi/platform-browser/save-file';
import { Button } from 'antd';
import { useState } from 'react';

interface Props {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Recovery codes, which are told this once. */
export function RecoveryList({ codes, onKept }: Props) {
  const [told, setTold] = useState('');
  const text = codes.join('\r\n');
  return (
    <div className="entry-form">
      <p>
        手机丢失或更换时，用恢复码代替验证码登录，每个只能用一次。
        <strong>恢复码只显示这一次</strong>，请打印或抄写后妥善保管，不要存在手机里。
      </p>
      <ol className="sign-in-codes" aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="entry-actions">
        <Button type="primary" onClick={onKept}>
          已经保存好，继续
        </Button>
        <Button
          onClick={() =>
            void copyText(text).then((copied) => setTold(copied ? '已复制' : '复制不了，请抄写'))
          }
        >
          复制
        </Button>
        <Button
          onClick={() =>
            saveFile('扶持恢复码.txt', 'text/plain', new TextEncoder().encode(`${text}\r\n`))
          }
        >
          保存为文件
        </Button>
        <span role="status" className="quiet small">
          {told}
        </span>
      </div>
    </div>
  );
}

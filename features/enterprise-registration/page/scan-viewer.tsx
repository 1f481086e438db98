import { fileSize } from '@fuchi/ui/file-size';
import { Panel } from '@fuchi/ui/panel.tsx';
import type { RegistrationView } from '../contract.ts';

interface Props {
  readonly title: string;
  /** Where it is given out. */
  readonly path: string;
  readonly scan: RegistrationView['licence'];
}

/** A scan beside what it is compared with; where the browser can't show its type, to be opened elsewhere. */
export function ScanViewer({ title, path, scan: { name, size, type } }: Props) {
  const inline = `${path}?as=inline`;
  return (
    <Panel
      title={title}
      aside={
        <span className="small review-scan-links">
          <a href={inline} target="_blank" rel="noreferrer">
            在新窗口打开{title}
          </a>
          <a href={path} download>
            下载
          </a>
        </span>
      }
    >
      <p className="small quiet review-scan-name">
        {name}，{fileSize(size)}
      </p>
      {(type === 'png' || type === 'jpeg') && (
        <img className="review-scan" src={inline} alt={`${title}的扫描件`} />
      )}
      {type === 'pdf' && <iframe className="review-scan" src={inline} title={`${title}的扫描件`} />}
      {type === 'ofd' && <p>OFD 文件要下载后用阅读器打开。</p>}
    </Panel>
  );
}

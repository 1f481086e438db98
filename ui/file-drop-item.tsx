import type { ReactNode } from 'react';
import { fileSize } from './file-size.ts';

/** One file: on its way, there, or refused. */
export interface FileItem {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly received: number;
  /** queued: after others; left: begun before the page was left, to be chosen again. */
  readonly state: 'queued' | 'sending' | 'waiting' | 'left' | 'whole' | 'failed';
  /** Why it failed. */
  readonly message: string;
  /** Where it can be looked at, once it is there. */
  readonly href?: string;
}

interface Props {
  readonly item: FileItem;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** A line with the file's name and size, and how far it is; what changes is read out. */
export function FileDropItem({ item, children }: Props) {
  const { name, size, received, state, message, href } = item;
  const going = state === 'sending' || state === 'waiting' || state === 'left';
  return (
    <li className={`file-drop-item file-drop-${state}`}>
      <span className="file-drop-name">
        {href === undefined ? (
          name
        ) : (
          <a href={href} target="_blank" rel="noreferrer">
            {name}
          </a>
        )}
      </span>
      <span className="quiet small amount">{fileSize(size)}</span>
      {children}
      {going && (
        <progress aria-label={`${name}的上传进度`} max={size} value={received}>
          {percent(received, size)}
        </progress>
      )}
      <span className="file-drop-says small" role="status">
        {says(state, message, percent(received, size))}
      </span>
    </li>
  );
}

function says(state: FileItem['state'], message: string, share: string): string {
  switch (state) {
    case 'queued':
      return '等前面的文件传完……';
    case 'sending':
      return '正在上传……';
    case 'waiting':
      return '连不上服务器，恢复后自动接着传……';
    case 'left':
      return `上次传到${share}，请再选一次这个文件，从那里接着传`;
    case 'whole':
      return '✓ 已上传';
    case 'failed':
      return `✗ ${message}`;
  }
}

function percent(received: number, size: number): string {
  return `${size === 0 ? 100 : Math.floor((received * 100) / size)}%`;
}

import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { Link } from '@tanstack/react-router';
import { GuideFrame } from '../frame/guide-frame.tsx';

interface Props {
  readonly data: GuideData;
  readonly id: string;
}

/** `/guide/lines/$line` of a line this guide hasn't. */
export function MissingLinePage({ data: { guide }, id }: Props) {
  return (
    <GuideFrame guide={guide} title="没有这个类别">
      <p role="alert">
        这一版指南里没有编号为“{id.slice(0, 60)}”的项目类别，可能是地址写错了，也可能是它已经取消。
      </p>
      <p>
        <Link to="/guide">看全部项目类别</Link>
      </p>
    </GuideFrame>
  );
}

import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { GuideFrame } from '../frame/guide-frame.tsx';
import { LineSelect } from './line-select.tsx';
import { SideBySide } from './side-by-side.tsx';

interface Props {
  readonly data: GuideData;
  /** The two lines' ids; '' for one not yet chosen. */
  readonly a: string;
  readonly b: string;
}

/** `/guide/compare?a=&b=`: two lines side by side. */
export function ComparePage({ data: { guide }, a, b }: Props) {
  const navigate = useNavigate();
  const choose = (search: { a: string; b: string }) =>
    void navigate({ to: '/guide/compare', search });
  const lineOf = (id: string) => guide.lines.find((l) => l.id === id);
  const [first, second] = [lineOf(a), lineOf(b)];
  return (
    <GuideFrame
      guide={guide}
      title="两类对照"
      lead={<p>选两个项目类别，问同样事实的条件并排，其余分列；补助、封顶、拨付、数量逐项对照。</p>}
    >
      <div className="guide-filter">
        <LineSelect
          guide={guide}
          label="甲"
          none="请选择"
          value={first ? a : ''}
          onChange={(id) => choose({ a: id, b })}
        />
        <LineSelect
          guide={guide}
          label="乙"
          none="请选择"
          value={second ? b : ''}
          onChange={(id) => choose({ a, b: id })}
        />
        {first && second && <Button onClick={() => choose({ a: b, b: a })}>甲乙对调</Button>}
      </div>
      <p role="status" className="quiet">
        {toldOf(first !== undefined, second !== undefined, a === b)}
      </p>
      {first && second && first !== second && (
        <SideBySide guide={guide} first={first} second={second} />
      )}
    </GuideFrame>
  );
}

function toldOf(first: boolean, second: boolean, same: boolean): string {
  if (!first && !second) return '请选择甲、乙两个类别。';
  if (!first || !second) return `请再选择${first ? '乙' : '甲'}。`;
  return same ? '甲、乙是同一类，请换一个。' : '';
}

import { today } from '@fuchi/platform-browser/today';
import { Button } from 'antd';
import type { DraftState } from '../draft/draft-book.ts';

interface Props {
  readonly state: DraftState;
  readonly blank: boolean;
  readonly missing: number;
  readonly faults: number;
  /** What has just happened that can be undone: a paste, a clearing. */
  readonly told: string;
  readonly onNext: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onPrint: () => void;
  readonly onClear: () => void;
}

/** How far the form has come, the way to what it lacks, and what can be done with the whole of it. */
export function ToolBar(props: Props) {
  const { state, blank, missing, faults, told, onNext, onUndo, onRedo, onPrint, onClear } = props;
  return (
    <section className="form-tools" aria-label="填表进度和操作">
      <div className="form-state">
        <span role="status" className="form-saved">
          {savedText(state, blank)}
        </span>
        <span role="status" className="form-told">
          {told}
        </span>
      </div>
      <div className="form-buttons">
        <Button type="primary" disabled={missing + faults === 0} onClick={onNext}>
          {countText(missing, faults)}
        </Button>
        <Button disabled={!state.undoable} onClick={onUndo}>
          撤销
        </Button>
        <Button disabled={!state.redoable} onClick={onRedo}>
          重做
        </Button>
        <Button href="#files">下载、上传</Button>
        <Button onClick={onPrint}>打印</Button>
        <Button disabled={blank} onClick={onClear}>
          清空
        </Button>
      </div>
    </section>
  );
}

function countText(missing: number, faults: number): string {
  if (missing + faults === 0) return '该填的都填了';
  const parts = [
    ...(missing > 0 ? [`还缺${missing}项`] : []),
    ...(faults > 0 ? [`${faults}处要改`] : []),
  ];
  return `${parts.join('，')}：去下一处`;
}

function savedText({ draft: { saved }, kept }: DraftState, blank: boolean): string {
  if (!kept) return '浏览器不让保存，关闭本页会丢失所填内容，请先下载';
  if (blank || saved === '') return '还没有填，填写内容只保存在本浏览器';
  const [day = '', time = ''] = saved.split(' ');
  if (day === today()) return `已保存 ${time}`;
  const [, month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  return `已保存 ${month}月${date}日 ${time}`;
}

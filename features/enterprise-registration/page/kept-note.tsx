import { momentText } from '@fuchi/ui/moment-text';
import type { Kept } from './use-kept-draft.ts';

/** That nothing typed is lost, and that nothing is handed in yet. */
export function KeptNote({ kept }: { readonly kept: Kept }) {
  return (
    <span className="small quiet" role="status">
      {kept.state === 'kept' &&
        kept.at !== null &&
        `已保存 ${momentText(kept.at).slice(11)}，尚未提交`}
      {kept.state === 'kept' && kept.at === null && '尚未提交'}
      {kept.state === 'keeping' && '正在保存……'}
      {kept.state === 'not-kept' && `没有保存：${kept.message}`}
    </span>
  );
}

import { countedOf } from '@fuchi/forms/counted-filling';
import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Panel } from '@fuchi/ui/panel.tsx';
import { isBlankFilling } from '../draft/draft.ts';
import { DownloadRows } from './download-rows.tsx';
import { UploadBox } from './upload-box.tsx';
import './files.css';

interface Props {
  readonly guide: CheckedGuide;
  readonly form: Form;
  readonly filling: Filling;
  readonly onTake: (filling: Filling) => void;
}

/** The form as a file and back. */
export function FilePanel({ guide, form, filling, onTake }: Props) {
  return (
    <div id="files" className="file-panels">
      <Panel title="下载">
        <DownloadRows
          guide={guide}
          form={form}
          counted={countedOf(form, filling)}
          blank={isBlankFilling(filling)}
        />
      </Panel>
      <Panel title="上传">
        <UploadBox form={form} filling={filling} onTake={onTake} />
      </Panel>
    </div>
  );
}

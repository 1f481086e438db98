import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { Button } from 'antd';
import { differencesOf } from './differences.ts';
import type { Upload } from './read-upload.ts';

interface Props {
  readonly form: Form;
  /** What is filled in on the page. */
  readonly filling: Filling;
  readonly upload: Upload;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** What a file would change, and what of it couldn't be read. */
export function UploadResult({ form, filling, upload, onTake, onLeave }: Props) {
  const differences = differencesOf(form, filling, upload.filling);
  const { faults, name } = upload;
  return (
    <section className="upload-result" aria-label="读取结果">
      <p role="status">
        <strong>
          “{name}”：
          {differences.length === 0
            ? '与现在所填的相同'
            : `有${differences.length}处与现在所填的不同`}
          {faults.length > 0 && `，有${faults.length}处没有读入`}。
        </strong>
      </p>
      {faults.length > 0 && (
        <>
          <p>没有读入的，在Excel里改正后可以再上传，也可以在本页直接填：</p>
          <ul className="upload-faults">
            {faults.map(({ where, says }) => (
              <li key={`${where} ${says}`}>
                {where !== '' && <strong>{where}：</strong>}
                {says}
              </li>
            ))}
          </ul>
        </>
      )}
      {differences.length > 0 && (
        <table className="figures upload-differences">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">现在所填</th>
              <th scope="col">文件里</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ field, label, now, other }) => (
              <tr key={field}>
                <th scope="row">{label}</th>
                <td>{now === '' ? <span className="quiet">空</span> : now}</td>
                <td>{other === '' ? <span className="quiet">空</span> : other}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="file-row">
        {differences.length > 0 && (
          <Button type="primary" onClick={onTake}>
            换成文件里的内容（{differences.length}处）
          </Button>
        )}
        <Button onClick={onLeave}>{differences.length > 0 ? '不替换' : '知道了'}</Button>
      </div>
    </section>
  );
}

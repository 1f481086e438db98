import { Button } from 'antd';
import { type DragEvent, useId, useState } from 'react';
import type { EntryFault } from './entry/entry-fault.ts';
import './entry/entry.css';
import './file-drop.css';
import { FileDropItem, type FileItem } from './file-drop-item.tsx';
import { useFocusKept } from './use-focus-kept.ts';

interface Props {
  /** What is wanted: 营业执照. */
  readonly label: string;
  /** Which types, how large. */
  readonly hint: string;
  /** Endings the file dialog offers: `.pdf,.png`. */
  readonly accept: string;
  /** More than one. */
  readonly many?: boolean;
  readonly items: readonly FileItem[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRemove: (key: string) => void;
  readonly path?: string;
  readonly fault?: EntryFault | undefined;
}

/** Takes files, dragged here or chosen, by mouse, keyboard or telephone, and shows how far each is. */
export function FileDrop(props: Props) {
  const { label, hint, accept, many = false, items, onFiles, onRemove, path, fault } = props;
  const [over, setOver] = useState(false);
  const input = useFocusKept<HTMLInputElement>(items.length);
  const id = useId();
  const wrong = (fault?.faults ?? []).filter((f) => f.path === path).map((f) => f.message);
  const take = (files: FileList | null) => {
    const all = [...(files ?? [])];
    onFiles(many ? all : all.slice(0, 1));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className="entry-field file-drop">
      <span className="file-drop-label" id={`${id}-label`}>
        {label}
      </span>
      <label
        className={over ? 'file-drop-box file-drop-over' : 'file-drop-box'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          accept={accept}
          multiple={many}
          aria-labelledby={`${id}-label ${id}-pick`}
          aria-describedby={`${id}-hint`}
          aria-invalid={wrong.length > 0}
          onChange={({ target }) => {
            take(target.files);
            // The same file, mended, can be chosen again.
            target.value = '';
          }}
        />
        <span className="file-drop-pick" id={`${id}-pick`}>
          {!many && items.some(({ state }) => state === 'whole') ? '换一个文件' : '选择文件'}
        </span>
        <span className="file-drop-or">或者拖到这里</span>
      </label>
      <div id={`${id}-hint`} className="small">
        <p className="quiet">{hint}</p>
        {wrong.map((message) => (
          <p key={message} className="entry-wrong">
            {message}
          </p>
        ))}
      </div>
      {items.length > 0 && (
        <ul className="file-drop-items" aria-label={`${label}的文件`}>
          {items.map((item) => (
            <FileDropItem key={item.key} item={item}>
              <Button
                size="small"
                onClick={() => onRemove(item.key)}
                aria-label={`移除${item.name}`}
              >
                移除
              </Button>
            </FileDropItem>
          ))}
        </ul>
      )}
    </div>
  );
}

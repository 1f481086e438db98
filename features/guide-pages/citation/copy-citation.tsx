import type { Guide } from '@fuchi/guide/guide';
import { addressOf } from '@fuchi/platform-browser/address';
import { copyText } from '@fuchi/platform-browser/copy-text';
import { useState } from 'react';
import { citationText } from './citation.ts';
import { citedPath } from './cited-address.ts';

interface Props {
  readonly guide: Guide;
  readonly clause: string;
  readonly says: string;
  readonly page: string;
  /** The item's id on the page. */
  readonly anchor: string;
}

/** Puts a citation on the clipboard; where the browser refuses, it stands there to be copied by hand. */
export function CopyCitation({ guide, clause, says, page, anchor }: Props) {
  const [told, setTold] = useState('');
  const copy = async () => {
    const text = citationText(guide, {
      clause,
      says,
      address: addressOf(citedPath(guide, page, anchor)),
    });
    setTold((await copyText(text)) ? '引用已复制' : text);
  };
  return (
    <span>
      <button
        type="button"
        className="guide-link"
        aria-label={`复制引用：${clause}`}
        onClick={() => void copy()}
      >
        复制引用
      </button>
      <span role="status" className="guide-told">
        {told}
      </span>
    </span>
  );
}

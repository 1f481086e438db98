import { useMemo } from 'react';
import { CodeBlock } from './code-block.tsx';
import { CopyButton } from './copy-button.tsx';
import { prettyJson } from './pretty-json.ts';

/** What came back, set out; it can be folded away and copied whole. */
export function AnswerView({ text }: { readonly text: string }) {
  const { shown, whole, cut } = useMemo(() => prettyJson(text), [text]);
  return (
    <details open className="api-answer">
      <summary>回答的内容</summary>
      <p className="api-actions">
        <CopyButton text={whole}>复制回答</CopyButton>
        {cut && <span className="quiet small">很长，只显示开头；复制得到全文。</span>}
      </p>
      <CodeBlock name="回答的内容">{shown}</CodeBlock>
    </details>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';

/** Asks for words; what is found stands on a page of its own, whose address holds the words. */
export function SearchBox({ asked }: { readonly asked: string }) {
  const id = useId();
  const navigate = useNavigate();
  const [text, setText] = useState(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/guide/search', search: { q: text.trim() } });
  };
  return (
    <search>
      <form className="guide-search" onSubmit={submit}>
        <label htmlFor={id} className="visually-hidden">
          在指南中查找
        </label>
        <input
          id={id}
          type="search"
          value={text}
          maxLength={60}
          placeholder="如 贴息、3000万元、1(2)a"
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit">查找</Button>
      </form>
    </search>
  );
}

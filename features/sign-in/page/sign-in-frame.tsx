import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { SignInOffer } from '../contract.ts';
import './sign-in.css';

interface Props {
  readonly title: string;
  /** Tells what the demonstration leaves out. */
  readonly offer?: SignInOffer;
  /** What happened before. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

/** A narrow sheet for one step. A new step is read out, and the keyboard goes on from its heading. */
export function SignInFrame({ title, offer, note, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current && title !== '') heading.current?.focus();
    first.current = false;
  }, [title]);
  return (
    <section className="panel sign-in-sheet">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {offer?.secondFactor === 'waived' && (
        <Alert
          type="warning"
          showIcon
          title="演示模式：官员登录不要求两步验证，正式使用时必须有。"
        />
      )}
      {note !== undefined && <Alert type="info" showIcon title={note} />}
      {children}
      {offer?.letters === 'shown' && (
        <p className="quiet small">
          演示模式不寄出邮件，<Link to="/sign-in/letters">查看写好的邮件</Link>
        </p>
      )}
    </section>
  );
}

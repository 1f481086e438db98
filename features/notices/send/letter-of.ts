import type { Letter } from '@fuchi/platform-server/mail/outbox';

export interface ToldNotice {
  readonly title: string;
  readonly body: string;
  readonly leadsTo: string;
}

const MOST = 40;

/**
 * One letter with all that is told at once.
 * @param kind urgent: what can't wait for the digest; digest: the day's
 * @param base where people reach the portal; '' where the letter is only shown
 */
export function letterOf(
  kind: 'urgent' | 'digest',
  { to, name, base }: { readonly to: string; readonly name: string; readonly base: string },
  notices: readonly ToldNotice[],
): Letter {
  const [first] = notices;
  const count = notices.length;
  const title =
    count === 1
      ? (first?.title ?? '')
      : `扶持系统：${count}条${kind === 'urgent' ? '紧急' : ''}通知`;
  const shown = notices
    .slice(0, MOST)
    .flatMap((one, place) => [
      `${count === 1 ? '' : `${place + 1}. `}${one.title}`,
      one.body,
      `${base}${one.leadsTo}`,
      '',
    ]);
  const rest = count > MOST ? [`另有${count - MOST}条，请在系统里查看。`, ''] : [];
  return {
    to,
    title,
    text: [`${name}，您好：`, '', ...shown, ...rest, `全部通知和收信方式：${base}/notices`].join(
      '\n',
    ),
  };
}

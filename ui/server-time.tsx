import { momentText } from './moment-text.ts';
import { useServerNow } from './server-clock.ts';

/**
 * The server's clock to the minute, as 2022-03-16 09:05; nothing until the server said what time it is. It isn't read
 * out each minute: whoever wants to know goes there.
 */
export function ServerTime({ label }: { readonly label: string }) {
  const now = useServerNow(60_000);
  if (now === undefined) return null;
  const at = new Date(now).toISOString();
  return (
    <span className="server-time">
      {label} <time dateTime={at}>{momentText(at)}</time>
    </span>
  );
}

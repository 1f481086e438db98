import type { DescribedParameter } from './description.ts';

/**
 * A path with its parts filled in, and with what stands behind it.
 * @example filledPath('/api/lines/{line}', [{ name: 'line', in: 'path', … }], { line: 'a b' }) // '/api/lines/a%20b'
 */
export function filledPath(
  path: string,
  parameters: readonly DescribedParameter[],
  parts: Readonly<Record<string, string>>,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(parts[name] ?? ''),
  );
  const behind = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => `${name}=${encodeURIComponent(parts[name] ?? '')}`);
  return behind.length === 0 ? filled : `${filled}?${behind.join('&')}`;
}

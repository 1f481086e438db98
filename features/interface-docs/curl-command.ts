interface Request {
  readonly method: string;
  readonly url: string;
  readonly body: string | undefined;
  /** The media type of a file that is sent. */
  readonly upload?: string | undefined;
  /** What comes back is a file, saved under the name it comes with. */
  readonly saves?: boolean;
}

/** The same request for a command line. @example curlCommand({ method: 'GET', url: 'http://x/api/lines', body: undefined }) // "curl 'http://x/api/lines'" */
export function curlCommand({ method, url, body, upload, saves = false }: Request): string {
  const save = saves ? ['  -OJ'] : [];
  const posts = `curl -X ${method} ${quoted(url)}`;
  if (upload !== undefined) {
    return joined([posts, ...typed(upload), '  --data-binary @FILE.xlsx', ...save]);
  }
  if (body === undefined) return joined([`curl ${quoted(url)}`, ...save]);
  return joined([posts, ...typed('application/json'), `  --data-binary ${quoted(body)}`, ...save]);
}

function typed(type: string): string[] {
  return [`  -H 'content-type: ${type}'`];
}

function joined(lines: readonly string[]): string {
  return lines.join(' \\\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

interface Request {
  readonly method: string;
  readonly url: string;
  readonly body: string | undefined;
}

/** The same request for a command line. @example curlCommand({ method: 'GET', url: 'http://x/api/lines', body: undefined }) // "curl 'http://x/api/lines'" */
export function curlCommand({ method, url, body }: Request): string {
  if (body === undefined) return `curl ${quoted(url)}`;
  return [
    `curl -X ${method} ${quoted(url)}`,
    `  -H 'content-type: application/json'`,
    `  --data-binary ${quoted(body)}`,
  ].join(' \\\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

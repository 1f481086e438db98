import type { Guide } from '@fuchi/guide/guide';

/** As much of a digest as people compare. */
export const DIGEST_SHOWN = 12;
const NAME = 'cited';

/**
 * The address that a citation carries. It names the guide that was cited, so that another one says so.
 * @example citedPath(guide, '/guide/definitions', '项目总投入') // '/guide/definitions?cited=1.0.0-fe67901f0367#项目总投入'
 */
export function citedPath(guide: Guide, page: string, anchor: string): string {
  return `${page}?${NAME}=${stamp(guide)}#${anchor}`;
}

/**
 * The version and digest an address cites, when they aren't the open guide's.
 * @param search what stands after `?`
 */
export function otherCited(
  guide: Guide,
  search: string,
): { readonly version: string; readonly digest: string } | undefined {
  const cited = new URLSearchParams(search).get(NAME) ?? '';
  const [, version = '', digest = ''] = /^([\w.]{1,20})-([0-9a-f]{12})$/.exec(cited) ?? [];
  return digest === '' || cited === stamp(guide) ? undefined : { version, digest };
}

function stamp({ version, digest }: Guide): string {
  return `${version}-${digest.slice(0, DIGEST_SHOWN)}`;
}

import type { Token } from '@fuchi/policy/syntax/token';
import type { Site } from '../site.ts';
import type { Edit } from '../slip.ts';

/** Replaces characters `from` to `to` of a site's text. */
export function replaced(site: Site, from: number, to: number, text: string): Edit {
  return { start: site.offset(from), end: site.offset(to - 1) + 1, text };
}

export function tokenReplaced(site: Site, token: Token, text: string): Edit {
  return replaced(site, token.start, token.end, text);
}

/** The whole scalar, or nothing where it would stay as it is. */
export function wholeReplaced(site: Site, text: string | undefined): readonly Edit[] {
  if (text === undefined || text === site.text) return [];
  return [{ start: site.start, end: site.end, text }];
}

/** The site's tokens of some kind, each with its place among them. */
export function tokensOf(
  site: Site,
  wanted: (token: Token, i: number, all: readonly Token[]) => boolean,
): readonly Token[] {
  return site.role === 'expression' ? site.tokens.filter(wanted) : [];
}

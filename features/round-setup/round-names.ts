/** What ids are called, for sentences about a round. Each gives the id back where it is no longer known. */
export interface RoundNames {
  readonly line: (id: string) => string;
  /** Of a region code. */
  readonly place: (territory: string) => string;
  readonly organisation: (id: string) => string;
}

/** Whom a clock, a route or a limit is for. @example scopeText({ line: 'merger', territory: '320583' }, names) // '企业重大兼并重组项目，昆山市' */
export function scopeText(
  { line, territory }: { readonly line: string | null; readonly territory: string | null },
  names: Pick<RoundNames, 'line' | 'place'>,
): string {
  const parts = [
    ...(line === null ? [] : [names.line(line)]),
    ...(territory === null ? [] : [names.place(territory)]),
  ];
  return parts.join('，');
}

/** What is missing or wrong about the rows of a part (asked-rows.ts), and at which field. */
export interface AskedFault {
  readonly code: string;
  /** Steps of the field after its part: `k1/份额`; none where it is about all of them. */
  readonly path?: string;
  readonly says: string;
  readonly clause?: string;
  /** Nothing was written there yet. */
  readonly missing: boolean;
  readonly blocks: boolean;
}

/** One that blocks, about something that was written, unless it is said otherwise. */
export function askedFault(
  code: string,
  path: string | undefined,
  says: string,
  {
    missing = false,
    blocks = true,
  }: { readonly missing?: boolean; readonly blocks?: boolean } = {},
): AskedFault {
  return { code, ...(path !== undefined && { path }), says, missing, blocks };
}

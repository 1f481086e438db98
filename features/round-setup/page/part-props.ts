import type { GuideParts, RoundContentBody, RoundUnits } from '../contract.ts';

/** What every part of the page is given. */
export interface PartProps {
  readonly content: RoundContentBody;
  readonly guide: GuideParts;
  readonly units: RoundUnits;
  /** What the last check found. */
  readonly faults: readonly { readonly path: string; readonly message: string }[];
  /** Whether it can only be looked at. */
  readonly fixed: boolean;
  readonly onChange: (content: RoundContentBody) => void;
}

/** As `onChange`, for what stands in the settings. */
export function setting(
  { content, onChange }: Pick<PartProps, 'content' | 'onChange'>,
  change: Partial<RoundContentBody['settings']>,
): void {
  onChange({ ...content, settings: { ...content.settings, ...change } });
}

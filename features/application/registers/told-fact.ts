import type { ToldValue } from '@fuchi/policy/register/settled-fact';
import type { SettledFact } from '@fuchi/record-application/settled-facts';

interface Told {
  readonly fact: string;
  /** With where it comes from, as an assessment takes it. */
  readonly told: ToldValue & { readonly source: string };
  /** Where it comes from, as a page shows it. */
  readonly source: string;
}

/** What a list says of a fact, as an application takes it. @example toldFact({ fact, told, source }).text // '3家' */
export function toldFact({ fact, told, source }: Told): SettledFact {
  const text = 'none' in told ? '无' : `${told.value}${told.unit ?? ''}`;
  return { fact, value: told, text, source };
}

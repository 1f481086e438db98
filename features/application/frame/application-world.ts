import type { GuideData } from '@fuchi/platform-browser/guide-data';
import type { Program } from '@fuchi/policy/assess/program';
import type { FieldValue } from '@fuchi/record-application/contract';
import { createContext, useContext } from 'react';
import type { ApplicationView } from '../contract.ts';
import type { DraftKeeper, KeeperState } from '../draft/draft-keeper.ts';

/** One application as all its pages see it. */
export interface ApplicationWorld {
  readonly view: ApplicationView;
  readonly data: GuideData;
  /** The line under the round's terms. */
  readonly program: Program;
  readonly keeper: DraftKeeper;
  readonly draft: KeeperState;
  /** Writes fields; null takes one away. */
  readonly change: (
    changes: readonly { readonly path: string; readonly value: FieldValue }[],
  ) => void;
  /** Asks the server for the application anew: after a command, or when somebody else gave one. */
  readonly reload: () => void;
}

export const ApplicationContext = createContext<ApplicationWorld | null>(null);

export function useApplication(): ApplicationWorld {
  const world = useContext(ApplicationContext);
  if (!world) throw new Error('a part of an application stands outside of it');
  return world;
}

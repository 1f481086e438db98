import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { InputFault } from '@fuchi/policy/facts/given';
import type { Regions } from '@fuchi/values/region';
import { createContext, type ReactNode, useContext } from 'react';
import type { SaveFile } from '../list-export.tsx';
import type { AskedField } from './use-field-focus.ts';

/** What every field of a form may need to know. */
export interface FieldWorld {
  readonly guide: CheckedGuide;
  readonly regions: Regions;
  readonly faults: readonly InputFault[];
  /** The field a result has just asked for. */
  readonly asked: AskedField | null;
  /** Gives the person a file made here. */
  readonly saveFile: SaveFile;
  /** Facts others settled, by id: what they say and where it comes from. Nobody types over them. */
  readonly settled?: ReadonlyMap<string, SettledFact>;
  /** Facts somebody else is to state, by id, with how that is brought about. Nobody types them here. */
  readonly others?: ReadonlyMap<string, ReactNode>;
  /** What is worth knowing of an answer that isn't wrong, by the fact's id: rows that count for nothing. */
  readonly remarks?: ReadonlyMap<string, readonly string[]>;
}

export interface SettledFact {
  readonly text: string;
  /** 规模以上工业企业名单（2021年，第2版，截至2022-02-28） */
  readonly source: string;
}

export const FieldContext = createContext<FieldWorld | null>(null);

export function useFieldWorld(): FieldWorld {
  const world = useContext(FieldContext);
  if (!world) throw new Error('a field stands outside of a form');
  return world;
}

/** The sentences for what is wrong with one field. */
export function useFaults(path: string): readonly InputFault[] {
  return useFieldWorld().faults.filter((fault) => fault.path === path);
}

interface Props {
  readonly state: { readonly word: string; readonly tag: string };
}

/** A state as a word on a ground; the word says it, the colour only repeats it. */
export function StateTag({ state }: Props) {
  return <span className={`tag ${state.tag}`}>{state.word}</span>;
}

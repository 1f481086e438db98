/** What a worker tells the server. It is asked one thing at a time. */
export type FromWorker<Outcome> =
  /** Where the compiled program lies that it runs; told by its start, before all else. */
  | { readonly kind: 'program'; readonly at: string }
  | { readonly kind: 'ready' }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  /** A fault of ours, as its trace. */
  | { readonly kind: 'fault'; readonly trace: string };

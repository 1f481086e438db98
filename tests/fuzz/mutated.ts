import fc from 'fast-check';
import { nastyValue } from './nasty.ts';

/** What is done to a value that a contract takes. */
type Mutation =
  | { readonly do: 'keep' }
  | { readonly do: 'replace'; readonly at: number; readonly by: unknown }
  | { readonly do: 'remove'; readonly at: number }
  | { readonly do: 'add'; readonly at: number; readonly key: string; readonly value: unknown }
  | { readonly do: 'wrap' }
  | { readonly do: 'whole'; readonly by: unknown };

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'id',
  'role',
  'organisation',
  '',
];

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Mutation>({ do: 'keep' }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('replace' as const), at: fc.nat(30), by: nastyValue }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), at: fc.nat(30) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      at: fc.nat(10),
      key: fc.constantFrom(...KEYS),
      value: nastyValue,
    }),
  },
  { weight: 1, arbitrary: fc.constant<Mutation>({ do: 'wrap' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('whole' as const), by: nastyValue }) },
);

/** Values of an arbitrary, whole and maimed. */
export function mutatedOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(value, mutation).map(([of, how]) => mutated(of, how));
}

function mutated(value: unknown, how: Mutation): unknown {
  switch (how.do) {
    case 'keep':
      return value;
    case 'whole':
      return how.by;
    case 'wrap':
      return [value];
    default: {
      const copy = structuredClone(value);
      const places = placesOf(copy);
      const place = places[how.at % Math.max(1, places.length)];
      if (how.do === 'add') {
        const holder = holdersOf(copy)[0];
        // As JSON brings it: a property of its own, whatever its name.
        if (holder) Object.defineProperty(holder, how.key, { value: how.value, enumerable: true });
      } else if (place && how.do === 'remove') Reflect.deleteProperty(place.of, place.key);
      else if (place && how.do === 'replace') Reflect.set(place.of, place.key, how.by);
      return copy;
    }
  }
}

interface Place {
  readonly of: object;
  readonly key: string;
}

/** Every part of a value, however deep. */
function placesOf(value: unknown): readonly Place[] {
  return holdersOf(value).flatMap((of) => Object.keys(of).map((key) => ({ of, key })));
}

function holdersOf(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(holdersOf)];
}

import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { ValueContext } from '@fuchi/policy/facts/read-value';
import { regionsFrom } from '@fuchi/values/region';

const contexts = new WeakMap<CheckedGuide, ValueContext>();

/** By what the cells of a list are read: the guide's units and regions. Made once of each guide. */
export function valueContext(guide: CheckedGuide): ValueContext {
  let context = contexts.get(guide);
  if (!context) {
    const regions = regionsFrom(guide.guide.regions);
    if (!regions.ok) throw new Error(`a checked guide without regions: ${regions.code}`);
    context = { units: new Set(guide.guide.units), regions: regions.value };
    contexts.set(guide, context);
  }
  return context;
}

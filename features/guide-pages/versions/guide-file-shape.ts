import { treeFault } from '@fuchi/policy/tree-fault';
import * as z from 'zod';

// Compiled checks would need eval, which the content policy refuses.
z.config({ jitless: true });

/** A text with its place; of a guide's file only the text counts here. */
const text = z.object({ text: z.string() });
const texts = z.array(text);
const words = z.array(z.string());
const fraction = z.string().regex(/^(?:|-?\d{1,60}\/[1-9]\d{0,59})$/);
const tree = z.unknown().refine((value) => !treeFault(value));

const condition = z.object({
  clause: z.string(),
  says: z.string(),
  each: z.string(),
  strength: z.string(),
  opinion: z.string(),
  hardUnder: z.string(),
  certifier: z.string(),
  evidence: words,
  readings: words,
  elsewhere: z.string(),
});

const figure = z.object({ id: z.string(), value: text, clauses: texts, says: z.string() });

const guide = z.object({
  id: z.string(),
  title: z.string(),
  year: z.string(),
  version: z.string(),
  digest: z.string(),
  categories: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      items: z.array(
        z.object({ clause: z.string(), title: z.string(), says: z.string(), lines: texts }),
      ),
    }),
  ),
  definitions: z.array(
    z.object({
      id: z.string(),
      clause: text,
      says: z.string(),
      includes: words,
      excludes: words,
      tax: z.string().optional(),
      scope: texts,
    }),
  ),
  calendars: z.array(figure),
  figures: z.array(figure),
  tables: z.array(
    z.object({
      title: z.string(),
      columns: words,
      rows: z.array(z.object({ from: text, values: z.record(z.string(), text) })),
    }),
  ),
  readings: z.array(
    z.object({
      id: z.string(),
      clause: z.string(),
      point: z.string(),
      standard: z.string(),
      other: z.string(),
      form: z.string(),
    }),
  ),
  quotas: z.array(
    z.object({ id: z.string(), clause: text, atMost: text, lines: texts, divides: z.boolean() }),
  ),
  trainingDirections: z.array(
    z.object({ group: z.string(), content: z.string(), audience: z.string() }),
  ),
});

const list = z.object({ columns: texts, confirmed: texts });

const source = z.object({
  letters: z.array(z.object({ paper: text, promises: texts })),
  annexes: z.array(
    z.object({ name: text, paper: text, issuer: z.string(), list, within: list.optional() }),
  ),
  says: z.string(),
  form: z.string().optional(),
  directions: z.array(z.object({ clause: z.string(), says: z.string() })),
  applicant: z.object({ clause: text, says: z.string() }).optional(),
  subsidy: z.object({ says: z.string() }).optional(),
  quota: z
    .object({
      clause: text,
      atMost: text.optional(),
      joint: text.optional(),
      groups: z.array(
        z.object({ name: z.string(), atMost: text.optional(), atLeast: text.optional() }),
      ),
    })
    .optional(),
});

const line = z.object({
  id: z.string(),
  title: z.string(),
  section: z.string(),
  mode: z.string(),
  notice: z.string(),
  facts: words,
  conditions: z.array(condition),
  amountClause: z.string(),
  notComputable: z.string(),
  computableUnder: z.string(),
  premise: z.object({ says: z.string() }).optional(),
  steps: z.array(z.object({ id: z.string(), clause: z.string(), says: z.string() })),
  stages: z.array(
    z.object({
      stage: z.string(),
      clause: z.string(),
      trigger: z.string(),
      share: fraction,
      balance: z.boolean(),
      atMost: fraction,
    }),
  ),
  papers: z.array(
    z.object({ name: z.string(), clause: z.string(), issuer: z.string(), when: tree.optional() }),
  ),
  source,
});

const fact = z.object({
  label: z.string(),
  kind: z.string(),
  unit: z.string(),
  question: z.string(),
  says: z.string(),
  definition: z.string(),
  options: words,
  evidence: words,
  certifier: z.string(),
  supplied: z.string(),
  columns: z.array(z.object({ label: z.string() })),
});

/** What a comparison reads of a guide's file, beside what the engine reads. */
export const guideFileShape = z.object({
  guide,
  lines: z.array(line),
  call: z.array(condition),
  facts: z.record(z.string(), fact),
});

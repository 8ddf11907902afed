import { z } from 'zod';
import { isCalendarDay } from '../day/calendar-day';
import { GROUNDS, type GroundCode } from '../grounds/grounds';
import { OPERATORS } from '../limit/operators';

const day = z.string().refine(isCalendarDay, { error: 'must be a real date like 2029-09-01' });
const text = z.string().trim().min(1, { error: 'must say something' }).max(300);
const appliesBy = z.enum(['trigger', 'due', 'event']);
const ground = z.enum(Object.keys(GROUNDS) as [GroundCode, ...GroundCode[]]);
const name = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/, {
  error: 'must be 2 to 40 capital letters, digits and hyphens',
});
const cohort = z.strictObject({
  says: text,
  startedFrom: day.optional(),
  startedBefore: day.optional(),
});
const change = z.strictObject({
  rule: z.string(),
  limit: z.string().optional(),
  operator: z.enum(OPERATORS).optional(),
  number: z.number().optional(),
  grounds: z.array(ground).min(1).optional(),
  effectiveFrom: day.optional(),
  effectiveTo: day.optional(),
  appliesBy: appliesBy.optional(),
  cohort: cohort.optional(),
});

/** A rule pack as its file holds it. What a change does not say, the pack says for all of them. */
export const packShape = z.strictObject({
  name,
  title: text,
  source: text,
  effectiveFrom: day,
  effectiveTo: day.optional(),
  appliesBy,
  cohort: cohort.optional(),
  changes: z.array(change).min(1, { error: 'must list at least one change' }),
});

/** A pack as typed, its shape checked and nothing else. */
export type PackFile = z.infer<typeof packShape>;

/** One change as typed. */
export type ChangeFile = PackFile['changes'][number];

import { ask } from '@app/pathways';
import { z } from 'zod';

/** What kind of contact it was. */
export const VISIT_KINDS = {
  direct_child: 'With the child',
  indirect_adult: 'With an adult about the child',
  family: 'With the family',
  meeting: 'Meeting',
  observation: 'Observation',
  no_access: 'Went, and nobody could be seen',
} as const;

export type VisitKind = keyof typeof VISIT_KINDS;

const shared = {
  kind: ask.choice('What kind of contact?', VISIT_KINDS),
  onDay: ask.day('Which day?'),
  place: ask.text('Where?', 'For example school, home or by telephone'),
  minutes: ask.whole('How many minutes?', 1, 1440).optional(),
  attended: ask.yesNo('Did the person come?').optional(),
};

/** The forms of a visit. Minutes and attendance are asked of one that has taken place. */
export const visitForms = {
  add: z.strictObject({
    state: ask.choice('Is it planned, or has it taken place?', {
      planned: 'It is planned',
      done: 'It has taken place',
    }),
    ...shared,
    note: ask.area('What is it for, or what was done?').optional(),
  }),
  record: z.strictObject({
    state: ask.choice('What came of it?', {
      done: 'It took place',
      cancelled: 'It did not take place',
    }),
    ...shared,
    note: ask.area('What was done, or why did it not take place?').optional(),
  }),
} as const;

export type VisitDetails =
  z.infer<(typeof visitForms)['add']> | z.infer<(typeof visitForms)['record']>;

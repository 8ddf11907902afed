import { ask } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { z } from 'zod';
import { COHORTS, type Cohort } from '../pure/watch-cohorts';

const seenOn = ask.day('When did a professional last see the child?', 'Leave it empty if unknown');
const hours = ask.decimal('Hours of education this week', 0, 40);
const leadId = ask.officer('Who leads for this child?');
const nextStep = ask.area('What is the next step?');

const entry = {
  entryReason: ask.area('Why does the child come onto the list?'),
  leadId,
  seenOn: seenOn.optional(),
  hours: hours.optional(),
  nextStep,
};

/** A child whom the records suggest. */
export const watchSuggestedForm = z.strictObject(entry);

/** A child whom somebody puts on the list. */
export const watchAddForm = z.strictObject({
  reference: ask.text('Number of one of the child’s cases'),
  cohort: ask.choice('Which group of children?', COHORTS),
  ...entry,
});

/** A suggestion that is not followed for now. */
export const watchDeclineForm = z.strictObject({
  reason: ask.area(
    'Why not?',
    'The child is suggested again after six weeks if the records still call for it',
  ),
});

const look = {
  seenOn: seenOn.optional(),
  hours: hours.optional(),
  nextStep: nextStep.optional(),
  leadId: leadId.optional(),
};

/** What the group says of an entry when it looks through the list. */
export const watchLookForms = {
  KEPT: z.strictObject(look),
  STEPPED_UP: z.strictObject({ reason: ask.area('What has become harder?'), ...look }),
  STEPPED_DOWN: z.strictObject({ reason: ask.area('What has become better?'), ...look }),
  REMOVED: z.strictObject({ reason: ask.area('Why does the child leave the list?') }),
} as const;

/** A child on the watch list. */
export interface WatchEntry {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly childId: string;
  readonly childName: string;
  readonly ncYear: string | null;
  readonly school: string | null;
  readonly cohort: Cohort;
  readonly level: 'watched' | 'stepped_up';
  readonly enteredOn: CalendarDay;
  readonly entryReason: string;
  readonly leadId: string;
  readonly lead: string;
  readonly seenOn: CalendarDay | null;
  readonly hours: number | null;
  readonly nextStep: string;
  readonly confirmedOn: CalendarDay;
  readonly leftOn: CalendarDay | null;
  readonly leftReason: string | null;
  readonly version: number;
}

/** A child whose records call for the list. */
export interface WatchSuggestion {
  readonly [column: string]: unknown;
  readonly childId: string;
  readonly childName: string;
  readonly ncYear: string | null;
  readonly school: string | null;
  readonly cohort: Cohort;
  readonly why: string;
}

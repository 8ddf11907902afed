import { ask, type EventDefinition } from '@app/pathways';
import { z } from 'zod';

/** What a panel agrees about a whole school; there is no case, so it is kept with the item. */
export const SCHOOL_AGREED = 'SCHOOL_AGREED';

/** Its questions. */
export const schoolDecision = {
  title: 'Agree support for the school',
  happened: 'Support agreed with the school',
  payload: z.strictObject({
    reasons: ask.area('Reasons, and what was weighed'),
    support: ask.lines('Support agreed', {
      min: 1,
      hint: 'Such as a team that goes to the school. One on each line',
    }),
    training: ask.lines('Training offered', { hint: 'One on each line' }).optional(),
    actions: ask
      .rows(
        'Actions',
        {
          what: ask.text('What?'),
          owner: ask.text('Who?'),
          due: ask.day('By when?', 'Leave empty for 10 school days').optional(),
        },
        { each: 'Action', min: 0 },
      )
      .optional(),
    reviewOn: ask.day('When do we look again?').optional(),
  }),
} satisfies Partial<EventDefinition>;

import { ask } from '@app/pathways';
import { z } from 'zod';

/** Whose views were sought. */
export const VIEW_OF = {
  child: 'The child or young person',
  parent: 'Parent or carer',
  other_family: 'Somebody else in the family',
} as const;

/** How they were given (handbook 2.7). */
export const VIEW_METHODS = {
  talk: 'We talked',
  draw: 'They drew',
  form: 'They filled in a form',
  via_adult: 'An adult told us what they said',
  not_yet: 'Not given yet',
} as const;

/** The form of a view: what was said, or why nothing was. */
export const viewForm = z.strictObject({
  whose: ask.choice('Whose views?', VIEW_OF),
  person: ask.text('Who, if it is not the child?').optional(),
  onDay: ask.day('Which day were they asked?'),
  how: ask.choice('How did they give them?', VIEW_METHODS),
  said: ask.area('What did they say?', 'In their own words as far as you can').optional(),
  whyNot: ask
    .area('If they gave none: why not?', 'For example: they did not want to, or they were not well')
    .optional(),
});

import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type Dice } from '../dice';
import { EXCUSES } from '../texts';
import { type EhcStory } from './story';

const EXCUSED_ON = 96;

type Told = (story: EhcStory, day: number, today: CalendarDay) => EhcStory;

/** What happens to a few only, by the number of the case: a concern, a hidden address, a colleague who covers. */
export const UNUSUAL: Readonly<Record<number, Told>> = {
  31: (story, day) =>
    story.also(day - 1, 'SAFEGUARDING_FLAGGED', {
      category: 'neglect',
      referralReference: 'MASH-20417',
    }),
  90: (story, day) =>
    story.also(
      day - 1,
      'RECORD_RESTRICTED',
      { reason: 'The family’s address must stay hidden.' },
      'marguerite',
    ),
  112: (story, day, today) =>
    story.also(day - 2, 'COVER_STARTED', {
      coverId: '@petra',
      coverEndDate: addDays(today, 12),
      note: 'On leave. The family knows that Petra has it.',
    }),
  140: (story, day) =>
    story.also(day - 3, 'REALLOCATION_REQUESTED', {
      reason: 'Moving to the other team next month',
    }),
};

/** Past week 20 with a reason the law knows: still late, and counted both ways. */
export function excused(story: EhcStory, dice: Dice): EhcStory {
  const [because, evidence] = dice.pick(EXCUSES);
  const payload = { category: 'exceptional_circumstances', because, evidence };
  return story.also(EXCUSED_ON, 'EXCEPTION_CLAIMED', payload);
}

import { addDays, GROUNDS, type GroundCode, reaches } from '@app/statutory-calendar';
import { lawOf } from '../../law-in-force';
import { type GuardInput } from '../../pathway';
import { EXCUSABLE, type ExcusableDate } from '../events/exceptions';
import { datesOf } from '../excuses';
import { away, closed, type Ground, missedInside, no, saidWhy, viewsLate } from './ground-tests';
import { limitOf } from './limits';

const RULES: Readonly<Record<ExcusableDate, readonly string[]>> = {
  w6: ['EHCNA-DECIDE-6W'],
  w16: ['EHCNA-NOPLAN-16W'],
  w20: ['EHCNA-FINAL-20W'],
  reassess_final: ['REASSESS-14W'],
  advice_due: ['EHCNA-ADVICE-6W'],
  order: ['TRIB-ORDER-44', 'TRIB-UNOPPOSED-45'],
};

/** A ground that newer law adds, tested by what it names: its days, or the words of a person. */
export function newerLaw(input: GuardInput): Ground {
  const ground = input.event.payload['ground'] as GroundCode | undefined;
  if (!ground) return no('Say which reason of the newer law');
  const without = datesOf(input.event).find((date) => !given(input, date).includes(ground));
  if (without) return no(`No newer law gives this reason for: ${EXCUSABLE[without]}`);
  return tested(input, ground);
}

/** The grounds that newer law adds for a date of this case. */
function given(input: GuardInput, date: ExcusableDate): GroundCode[] {
  const limit = limitOf(input, date);
  if (typeof limit === 'string') return [];
  const { start: anchor, weeks } = limit;
  const governed = { anchor, dueOn: addDays(anchor, 7 * weeks) };
  return (lawOf(input.context)?.changes ?? [])
    .filter((change) => RULES[date].includes(change.rule) && reaches(change, governed))
    .flatMap(({ grounds = [] }) => grounds);
}

function tested(input: GuardInput, ground: GroundCode): Ground {
  switch (ground) {
    case 'school_closed_4_weeks':
    case 'early_years_provider_closed_4_weeks':
      return closed(input);
    case 'absent_4_weeks':
    case 'absent_2_weeks':
      return away(input, () => GROUNDS[ground].days);
    case 'missed_appointment':
      return missedInside(input);
    case 'late_representations':
      return viewsLate(input);
    default:
      return saidWhy(input, `Say in words why this applies. ${GROUNDS[ground].says}`);
  }
}

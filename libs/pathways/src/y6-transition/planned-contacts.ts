import {
  addDays,
  type Calendar,
  type CalendarDay,
  type TermDay,
  termDay,
  TermsNotLoaded,
} from '@app/statutory-calendar';
import { type Pathway } from '../pathway';
import { inForce } from '../policy';
import { PART_WORDS, type SupportKind, type YearPart } from './contact-policy';
import { y6Policy } from './policy';

/** The kind of support, by the weight with which the case was given to its worker. */
const KINDS: Readonly<Record<string, SupportKind>> = {
  '1.5': 'intensive',
  '1': 'targeted',
  '0.5': 'indirect',
};

const BEFORE = ['baseline', 'primary_phase', 'handed_over'];
const AFTER = ['secondary_phase', 'exit_review'];

/** Where a case stands when contacts are planned: a child nominated in the autumn of Year 6 is not in the autumn of Year 7. */
const STATES: Readonly<Record<YearPart, readonly string[]>> = {
  spring: BEFORE,
  summerTerm: BEFORE,
  holiday: [...BEFORE, 'summer_bridge'],
  autumn: AFTER,
  winter: AFTER,
};

/** The contacts planned on a day, by the numbers that the case began under; nothing where none are. */
export const plannedContacts: NonNullable<Pathway['plannedContacts']> = (
  { value, context },
  weight,
  day,
  calendar,
) => {
  const [part, from, to] = partOf(day, calendar);
  if (!STATES[part].includes(value['work'] ?? '')) return undefined;
  const kind = KINDS[weight] ?? 'targeted';
  const { contacts, accompanied } = inForce(y6Policy, context);
  return {
    part: PART_WORDS[part],
    from,
    to,
    contacts: contacts[part][kind],
    accompanied: part === 'summerTerm' ? accompanied[kind] : 0,
    support: `${kind} support`,
  };
};

type Part = readonly [part: YearPart, from: CalendarDay, to: CalendarDay];

function partOf(day: CalendarDay, calendar: Calendar): Part {
  const year = day.slice(0, 4);
  const on = (which: TermDay, around: string, usual: string) =>
    dayIn(which, `${year}-${around}`, `${year}-${usual}`, calendar);
  const termEnds = on('lastPupilDayOfSummerTerm', '04-01', '07-31');
  const schoolStarts = on('firstPupilDayOfAutumnTerm', '08-10', '09-01');
  const halfTerm = on('lastPupilDayBeforeAutumnHalfTerm', '09-01', '10-31');
  const parts: readonly Part[] = [
    ['spring', `${year}-01-01`, `${year}-03-31`],
    ['summerTerm', `${year}-04-01`, termEnds],
    ['holiday', addDays(termEnds, 1), addDays(schoolStarts, -1)],
    ['autumn', schoolStarts, halfTerm],
  ];
  const found = parts.find(([, , to]) => day <= to);
  return found ?? ['winter', addDays(halfTerm, 1), `${year}-12-31`];
}

/** The day as the terms of the school have it; the usual one where they do not reach so far. */
function dayIn(
  which: TermDay,
  around: CalendarDay,
  usual: CalendarDay,
  calendar: Calendar,
): CalendarDay {
  try {
    const found = termDay(which, around, calendar);
    return found.slice(0, 4) === usual.slice(0, 4) ? found : usual;
  } catch (error) {
    if (error instanceof TermsNotLoaded) return usual;
    throw error;
  }
}

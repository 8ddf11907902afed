import {
  NEVER_HELD_STEPS,
  type PlanInReview,
  REVIEW_STAGES,
  type ReviewStatus,
} from '@app/reporting';
import { type Calendar, type CalendarDay, dayAndMonth, shortDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** One plan of the register in words: the same on the page and in its file. */
export interface PlanWords {
  readonly planId: string;
  readonly name: string;
  readonly href: string;
  readonly where: string;
  readonly officer: string;
  readonly last: string;
  readonly stage: string;
  readonly detail: string;
  readonly due: string;
  readonly state: { readonly kind: string; readonly text: string };
}

/** Puts a plan into words on a day. */
export function planWords(
  plan: PlanInReview,
  { day, calendar }: { readonly day: CalendarDay; readonly calendar: Calendar },
): PlanWords {
  const { planId, name, reference, childId, ncYear, schoolName, ownerName, nextDue } = plan;
  return {
    planId,
    name,
    href: reference ? paths.case(reference) : paths.children.one(childId),
    where: `${yearWords(ncYear)}, ${schoolName ?? 'at no school'}`,
    officer: ownerName ?? (reference ? 'No officer' : 'No review open'),
    last: plan.lastConcludedOn
      ? shortDay(plan.lastConcludedOn)
      : `Plan made ${shortDay(plan.madeOn)}`,
    stage: REVIEW_STAGES[plan.stage],
    detail: detailOf(plan),
    due: nextDue ? shortDay(nextDue) : 'No date in law',
    state: { kind: KINDS[plan.status], text: daysWords(nextDue, day, calendar) },
  };
}

const KINDS: Readonly<Record<ReviewStatus, string>> = {
  late: 'breached',
  at_risk: 'at_risk',
  on_time: 'on_time',
};

function detailOf({ stage, step, meetingOn, heldOn, noticeOn }: PlanInReview): string {
  if (stage === 'never_held' && step === 'dated' && meetingOn)
    return `Meeting set for ${dayAndMonth(meetingOn)}`;
  if (step) return NEVER_HELD_STEPS[step];
  if (stage === 'invited' && meetingOn) return `Meeting on ${dayAndMonth(meetingOn)}`;
  if (stage === 'amending' && noticeOn) return `Notice sent ${dayAndMonth(noticeOn)}`;
  return heldOn ? `Meeting was ${dayAndMonth(heldOn)}` : '';
}

/** Working days left, or how many the date has passed by. */
export function daysWords(due: CalendarDay | null, day: CalendarDay, calendar: Calendar): string {
  if (!due) return 'Nothing is due';
  const days = calendar.workingDaysBetween(day, due);
  const many = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`;
  if (due < day) return days === 0 ? 'Late' : `${many(-days)} late`;
  return due === day ? 'Due today' : `${many(days)} left`;
}

const OLDEST = 14;

/** A year group in words; numbers below 1 are Reception and nursery. */
export function yearWords(year: number): string {
  if (year >= OLDEST) return 'Year 14 or older';
  if (year > 0) return `Year ${year}`;
  return year === 0 ? 'Reception' : 'Nursery or younger';
}

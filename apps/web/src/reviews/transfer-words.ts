import {
  OUTLOOKS,
  type Outlook,
  type PlanInReview,
  transferOutlook,
  type TransferOutlook,
} from '@app/reporting';
import { type CalendarDay, dayAndMonth, shortDay } from '@app/statutory-calendar';
import { planWords } from './plan-words';
import { type ReviewsSeen } from './reviews-read.service';

/** A child who moves on, judged by the dates. */
export interface Mover {
  readonly plan: PlanInReview;
  readonly judged: TransferOutlook;
}

const ORDER: readonly Outlook[] = ['missed', 'short', 'on_course', 'late', 'done'];

/** Children with a dated move: those whose plan may be too late come first. */
export function movers(plans: readonly PlanInReview[], day: CalendarDay): Mover[] {
  return plans
    .flatMap((plan) => {
      const judged = transferOutlook(plan, day);
      return judged ? [{ plan, judged }] : [];
    })
    .sort(
      (a, b) =>
        ORDER.indexOf(a.judged.outlook) - ORDER.indexOf(b.judged.outlook) ||
        (b.judged.fullPeriodsEnd ?? '').localeCompare(a.judged.fullPeriodsEnd ?? ''),
    );
}

const MOVES: Readonly<Record<string, string>> = {
  early_years_to_school: 'Nursery to school',
  infant_to_junior: 'Infant to junior school',
  primary_to_middle: 'Primary to middle school',
  primary_to_secondary: 'Primary to secondary school',
  middle_to_secondary: 'Middle to secondary school',
  secondary_to_post16: 'School to college or training',
  post16_to_post16: 'One college or training to another',
};

/** One child who moves on, in words. */
export function moverWords({ plan, judged }: Mover, seen: ReviewsSeen) {
  const { outlook, by, fullPeriodsEnd, lastSafeMeeting } = judged;
  return {
    ...planWords(plan, seen),
    move: MOVES[plan.transfer ?? ''] ?? '',
    by: shortDay(by),
    meeting: plan.heldOn ?? plan.meetingOn,
    meetingWords: meetingWords(plan, lastSafeMeeting),
    sentBy: fullPeriodsEnd ? shortDay(fullPeriodsEnd) : '',
    outlook: { kind: KINDS[outlook], text: outlookWords({ plan, judged }) },
  };
}

function meetingWords({ heldOn, meetingOn }: PlanInReview, safe: CalendarDay): string {
  if (heldOn) return `Held ${dayAndMonth(heldOn)}`;
  if (meetingOn) return `Set for ${dayAndMonth(meetingOn)}`;
  return `No date. Last safe day ${dayAndMonth(safe)}`;
}

function outlookWords({ plan, judged }: Mover): string {
  const { outlook } = judged;
  return plan.movedOn && outlook !== 'missed'
    ? `${OUTLOOKS[outlook]}, ${dayAndMonth(plan.movedOn)}`
    : OUTLOOKS[outlook];
}

const KINDS: Readonly<Record<Outlook, string>> = {
  missed: 'breached',
  short: 'at_risk',
  on_course: 'on_time',
  late: 'met_late',
  done: 'met',
};

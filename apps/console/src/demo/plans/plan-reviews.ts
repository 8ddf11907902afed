import { addDays, type CalendarDay, earlierOf, schoolYearOf } from '@app/statutory-calendar';
import { type Dice } from '../dice';
import { type Journey } from '../journey';
import { keepsOwnDates, SECONDARY_SCHOOLS } from '../people/schools';
import { diceOf, type Scene, storyOf } from '../scene';
import { type OlderPlan } from './older-plans';
import { reviewDays } from './review-pace';

const WORKERS = ['cormac', 'ines', 'thandi', 'hollis'] as const;

const YEAR = 365;

/** A review of an older plan, and the plan as it stood before it. */
interface Told {
  readonly plan: OlderPlan;
  readonly journey: Journey;
}

/** Reviews of some older plans, at every stage; the plans come back with the review before the one told. */
export function planReviews(
  scene: Scene,
  plans: readonly OlderPlan[],
  count: number,
): { plans: OlderPlan[]; reviews: Journey[] } {
  const dice = diceOf(scene, 'reviews of older plans');
  const chosen = new Set(
    dice.some(
      plans.filter(({ atNoSchool }) => !atNoSchool),
      count,
    ),
  );
  const told = new Map(
    [...chosen].map((plan, at): [OlderPlan, Told] => [
      plan,
      tell(scene, dice, plan, WORKERS[at % WORKERS.length]!),
    ]),
  );
  return {
    plans: plans.map((plan) => told.get(plan)?.plan ?? plan),
    reviews: [...told.values()].map(({ journey }) => journey),
  };
}

function tell(scene: Scene, dice: Dice, plan: OlderPlan, worker: string): Told {
  const { today } = scene.time;
  const move = moveOf(plan, today);
  const meetingOn = scene.time.pupilDayFrom(
    move ? addDays(move.meetFrom, dice.whole(0, 100)) : addDays(today, -meetingAgo(dice)),
  );
  const on = (days: number) => addDays(meetingOn, days);
  const days = reviewDays(plan.child.urn, move !== undefined, dice);
  const concludedOn = on(days.ahead - YEAR);
  const opened = earlierOf(on(days.opened), addDays(today, -dice.whole(2, 30)));
  const story = storyOf(scene, {
    pathway: 'annual_review',
    child: plan.child,
    team: 'reviews',
    worker,
  })
    .opened(opened, 'REVIEW_OPENED', {
      reviewKind: 'ordinary',
      lastConcludedOn: concludedOn,
      ...(move && { reviewKind: 'phase_transfer', transferType: move.type, transferOn: move.on }),
    })
    .given(opened, '0.5');
  if (dice.isLucky(0.2) && on(days.invited) > today)
    story.then(addDays(opened, 1), 'MEETING_CHASED', { spokeWith: 'School office' });
  story
    .then(on(days.invited), 'MEETING_ARRANGED', {
      meetingOn,
      place: 'At school',
      schoolAgrees: keepsOwnDates(plan.child.urn),
    })
    .then(on(days.papers), 'PAPERS_CIRCULATED')
    .then(meetingOn, 'MEETING_HELD', { present: 'Parents, SENCO, class teacher' })
    .then(on(days.report), 'REPORT_RECEIVED')
    .then(on(days.decided - 1), 'QUALITY_CHECKED', { outcomes: dice.pick(['all', 'all', 'some']) });
  if (move || dice.isLucky(0.4)) {
    const urn = dice.pick(SECONDARY_SCHOOLS).urn;
    story
      .then(on(days.decided), 'DECISION_AMEND', {
        reasons: 'The outcomes are out of date, and section F is changed.',
      })
      .then(on(days.decided + 15), 'REPRESENTATIONS_RECEIVED', { finished: true })
      .then(on(days.final), 'FINAL_AMENDED_ISSUED', {
        ...(move ? move.names(urn) : { urn: plan.child.urn }),
      });
  } else story.then(on(days.decided), 'DECISION_MAINTAIN');
  return { plan: before(plan, concludedOn), journey: story.journey() };
}

/** How long ago the meeting was; below 0: how far it lies ahead. Two thirds are of the last months or still ahead. */
function meetingAgo(dice: Dice): number {
  return dice.weighted([
    [dice.whole(-50, -1), 25],
    [dice.whole(0, 40), 20],
    [dice.whole(41, 110), 20],
    [dice.whole(111, 350), 35],
  ]);
}

interface Move {
  readonly type: string;
  readonly on: CalendarDay;
  readonly meetFrom: CalendarDay;
  readonly names: (urn: string) => Readonly<Record<string, string | undefined>>;
}

/** The move of somebody in Year 6 or Year 11: its reviews are held from the second week of September. */
function moveOf({ child: { ncYear } }: OlderPlan, today: CalendarDay): Move | undefined {
  const year = schoolYearOf(today);
  const move = { on: `${year + 1}-09-01`, meetFrom: `${year}-09-14` };
  if (ncYear === '6') return { ...move, type: 'primary_to_secondary', names: (urn) => ({ urn }) };
  if (ncYear !== '11') return undefined;
  const names = () => ({
    named: 'type',
    typeOfSetting: 'Further education college',
    urn: undefined,
  });
  return { ...move, type: 'secondary_to_post16', names };
}

function before(plan: OlderPlan, concludedOn: CalendarDay): OlderPlan {
  const madeOn = earlierOf(plan.details.madeOn, addDays(concludedOn, -YEAR));
  return {
    ...plan,
    details: {
      ...plan.details,
      madeOn,
      lastMetOn: addDays(concludedOn, -21),
      lastConcludedOn: concludedOn,
      lastOutcome: 'maintain',
    },
  };
}

import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { named, type Told } from './assessment-story';
import { type MetReview, type PlanHistory } from './history';
import { given, type Story, type StoryStep, upTo } from './story';
import { TOLD } from './targets';

const DECISIONS = {
  maintain: 'DECISION_MAINTAIN',
  amend: 'DECISION_AMEND',
  cease: 'DECISION_CEASE',
} as const;

/** The review of a plan that was met for, or the one that is due and was not; none where none is due yet. */
export function reviewStory(plan: PlanHistory, told: Told): Story | undefined {
  const here = plan.reviews?.here;
  if (here) {
    const opened = laterOf(addDays(here.met, -60), addDays(plan.madeOn, 1));
    const steps = [...(here.decided ? [] : [given(opened, 'reviewer')]), ...held(here, told)];
    return { ...opening(plan, opened, told), steps: upTo(TOLD.survey, steps) };
  }
  const from = plan.reviews?.loaded?.decided ?? plan.reviews?.loaded?.met ?? plan.madeOn;
  const due = addDays(plan.transferredInOn ?? from, 365 - 98);
  if (due > TOLD.survey) return undefined;
  return { ...opening(plan, due, told), steps: [given(due, 'reviewer')] };
}

/** A review that is opened, for what follows from it. */
export function opening(plan: PlanHistory, on: CalendarDay, { urn }: Told): Omit<Story, 'steps'> {
  const last = plan.reviews?.loaded?.decided;
  const concluded = last && last <= on ? last : undefined;
  return {
    pathway: 'annual_review',
    opening: {
      on,
      type: 'REVIEW_OPENED',
      by: 'reviewer',
      payload: {
        reviewKind: concluded ? 'ordinary' : 'first',
        arrangedBy: urn ? 'school' : 'authority',
        lastConcludedOn: concluded,
        planFinalOn: plan.madeOn,
        ...(plan.transferredInOn &&
          plan.transferredInOn <= on && { transferredInOn: plan.transferredInOn }),
      },
    },
  };
}

function held({ met, decided, outcome }: MetReview, told: Told): StoryStep[] {
  const by = 'reviewer';
  const meeting: StoryStep[] = [
    {
      on: addDays(met, -30),
      type: 'MEETING_ARRANGED',
      by,
      payload: { meetingOn: met, schoolAgrees: true },
    },
    { on: met, type: 'MEETING_HELD', by },
  ];
  if (!decided || !outcome) return meeting;
  const report = earlierOf(addDays(met, told.dice.whole(3, 20)), decided);
  return [
    ...meeting,
    { on: report, type: 'REPORT_RECEIVED', by, payload: { recommends: RECOMMENDS[outcome] } },
    { on: decided, type: DECISIONS[outcome], by },
    ...(outcome === 'amend' ? amended(decided, told) : []),
  ];
}

const RECOMMENDS = { maintain: 'keep', amend: 'amend', cease: 'cease' } as const;

function amended(decided: CalendarDay, told: Told): StoryStep[] {
  const by = 'reviewer';
  const on = addDays(decided, told.dice.whole(25, 75));
  return [
    { on: addDays(decided, 15), type: 'REPRESENTATIONS_RECEIVED', by, payload: { finished: true } },
    { on, type: 'FINAL_AMENDED_ISSUED', by, payload: named(told) },
  ];
}

const earlierOf = (one: CalendarDay, other: CalendarDay) => (one < other ? one : other);
const laterOf = (one: CalendarDay, other: CalendarDay) => (one > other ? one : other);

import { addDays, type CalendarDay, daysBetween } from '@app/statutory-calendar';
import { type Dice } from '../../demo/dice';
import { type AssessmentHistory } from './history';
import { given, type Story, type StoryStep, upTo } from './story';
import { TOLD } from './targets';

const ADVISERS = ['parent', 'school', 'ep', 'health', 'social_care'] as const;
const NO_PANEL = { withoutPanelReason: 'Decided by the manager, so that the six weeks are kept' };
/** Two months to appeal, and the month that a mediation certificate gives. */
const CHALLENGE_DAYS = 105;

/** What a telling needs beside the dates. */
export interface Told {
  readonly dice: Dice;
  /** The school that is asked and named; none for a child who is at no school. */
  readonly urn: string | undefined;
}

/** Tells one request through its pathway, step by step. */
export function assessmentStory(history: AssessmentHistory, told: Told): Story {
  const { received, again } = history;
  const opening: StoryStep = {
    on: received,
    type: 'REQUEST_RECEIVED',
    by: 'officer',
    payload: {
      source: told.dice.weighted([
        ['parent', 5],
        ['school', 4],
        ['health', 1],
      ] as const),
      channel: told.dice.pick(['email', 'portal', 'post']),
      ...(again && { kind: 'reassessment' }),
    },
  };
  const steps = [
    ...(history.ended ? [] : [given(received, 'officer')]),
    ...decision(history),
    ...work(history, told),
    ...challenge(history),
  ];
  return { pathway: 'ehc_needs_assessment', opening, steps: upTo(TOLD.survey, steps) };
}

const withdrawal = (on: CalendarDay): StoryStep => ({
  on,
  type: 'REQUEST_WITHDRAWN',
  by: 'officer',
  payload: { by: 'parent' },
});

function decision({ decided, conceded, ended }: AssessmentHistory): StoryStep[] {
  if (!decided) return ended ? [withdrawal(ended.on)] : [];
  const type = decided.toAssess ? 'AGREED_TO_ASSESS' : 'REFUSED_TO_ASSESS';
  const first: StoryStep = { on: decided.on, type, by: 'manager', payload: NO_PANEL };
  if (!conceded) return [first];
  const [asked, gaveWay] = [{ against: 'request' }, { how: 'mediation' }];
  return [
    first,
    { on: conceded.askedOn, type: 'MEDIATION_REQUESTED', by: 'officer', payload: asked },
    { on: conceded.on, type: 'ASSESSMENT_CONCEDED', by: 'manager', payload: gaveWay },
  ];
}

/** Advice, the draft and the plan between the decision to assess and the end. */
function work(history: AssessmentHistory, told: Told): StoryStep[] {
  const { decided, conceded, ended, excused } = history;
  const start = conceded?.on ?? (decided?.toAssess ? decided.on : undefined);
  if (!start) return [];
  const length = ended ? daysBetween(start, ended.on) : told.dice.whole(80, 260);
  const at = (share: number) => addDays(start, Math.round(share * length));
  return [
    ...(excused ? [excuse(at(0.3))] : []),
    ...advice(at, told, ended ? 0.5 : 0.65),
    ...toTheEnd(history, at, told),
  ];
}

type At = (share: number) => CalendarDay;

const advice = (at: At, { dice }: Told, latest: number): StoryStep[] =>
  ADVISERS.map((adviser) => ({
    on: at(0.05 + dice.roll() * (latest - 0.05)),
    type: 'ADVICE_RECEIVED',
    by: 'officer',
    payload: { adviser, quality: 'good' },
  }));

function toTheEnd({ ended }: AssessmentHistory, at: At, told: Told): StoryStep[] {
  const complete: StoryStep = {
    on: at(0.55),
    type: 'ADVICE_COMPLETE',
    by: 'officer',
    payload: { basis: 'all_in', missingReason: undefined },
  };
  if (!ended)
    return [
      { ...complete, on: at(0.7) },
      { on: at(0.8), type: 'AGREED_TO_ISSUE', by: 'manager' },
      { on: at(0.95), type: 'DRAFT_ISSUED', by: 'officer' },
    ];
  if (ended.as === 'withdrawn') return [withdrawal(ended.on)];
  if (ended.as === 'left')
    return [
      {
        on: ended.on,
        type: 'CHILD_MOVED_LA',
        by: 'officer',
        payload: { newLaCode: ANOTHER_COUNCIL, moveDate: ended.on },
      },
    ];
  if (ended.as === 'not_issued')
    return [complete, { on: ended.on, type: 'REFUSED_TO_ISSUE', by: 'manager' }];
  return [
    complete,
    { on: at(0.6), type: 'AGREED_TO_ISSUE', by: 'manager' },
    { on: at(0.65), type: 'DRAFT_ISSUED', by: 'officer' },
    ...consultation(at, told),
    { on: at(0.85), type: 'REPRESENTATIONS_RECEIVED', by: 'officer', payload: { finished: true } },
    {
      on: ended.on,
      type: 'FINAL_ISSUED',
      by: 'manager',
      payload: named(told),
    },
  ];
}

/** A code that no council has. */
const ANOTHER_COUNCIL = '899';

/** What section I of a plan says. */
export const named = ({ urn }: Pick<Told, 'urn'>) =>
  urn
    ? { named: 'school', urn }
    : { named: 'type', urn: undefined, typeOfSetting: 'Mainstream school' };

function consultation(at: At, { urn }: Told): StoryStep[] {
  if (!urn) return [];
  return [
    { on: at(0.66), type: 'CONSULTATION_SENT', by: 'officer', payload: { settings: [urn] } },
    {
      on: at(0.8),
      type: 'CONSULTATION_REPLY',
      by: 'officer',
      payload: { setting: urn, reply: 'can_meet' },
    },
    { on: at(0.82), type: 'CONSULTATIONS_COMPLETE', by: 'officer' },
  ];
}

const excuse = (on: CalendarDay): StoryStep => ({
  on,
  type: 'EXCEPTION_CLAIMED',
  by: 'officer',
  payload: {
    category: 'exceptional_circumstances',
    because: 'The family was away with a child in hospital',
    evidence: 'Letter on file',
  },
});

/** Mediation and appeal about the last decision, or the end of the time for them. */
function challenge({ decided, ended, conceded, dispute }: AssessmentHistory): StoryStep[] {
  const isDecided = ended?.as === 'issued' || ended?.as === 'not_issued';
  const refused = decided && !decided.toAssess && !conceded && !ended ? decided.on : undefined;
  const last = isDecided ? ended.on : refused;
  if (!last) return [];
  if (!dispute)
    return [{ on: addDays(last, CHALLENGE_DAYS), type: 'CHALLENGE_PERIOD_ENDED', by: 'officer' }];
  const payload = { against: refused ? 'request' : ended?.as === 'issued' ? 'plan' : 'assessment' };
  const { mediationOn, appealOn } = dispute;
  return [
    ...(mediationOn
      ? [{ on: mediationOn, type: 'MEDIATION_REQUESTED', by: 'officer', payload } as const]
      : []),
    ...(appealOn ? [{ on: appealOn, type: 'APPEAL_LODGED', by: 'officer', payload } as const] : []),
  ];
}

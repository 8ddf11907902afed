import { type ClockRule, type PastStep } from './clock-rule';

/** Whether an event records this point of the year: 'CI1', 'spring'. */
export const atPoint =
  (name: string) =>
  ({ event }: PastStep) =>
    event.payload['point'] === name;

const local = { basis: 'local', effective: { from: '2014-09-01' } } as const;

/** Whether a move has held, asked in spring and in summer while a transition case is only followed (handbook 4.8). */
export const followUps: readonly ClockRule[] = [
  {
    ...local,
    code: 'fu1',
    source: 'Last pupil day of the spring term',
    label: 'Spring follow-up',
    ask: 'Record the spring follow-up',
    because: 'To see whether the move held.',
    doneBy: 'FOLLOW_UP_RECORDED',
    starts: [{ enters: ['work.monitoring'] }],
    from: 'lastPupilDayOfSpringTerm',
    limit: { unit: 'on' },
    metBy: ['FOLLOW_UP_RECORDED'],
    metWhen: atPoint('spring'),
    within: ['work.monitoring'],
  },
  {
    ...local,
    code: 'fu2',
    source: 'Last pupil day of the summer term',
    label: 'Summer follow-up',
    ask: 'Record the summer follow-up',
    because: 'To see whether the move held.',
    doneBy: 'FOLLOW_UP_RECORDED',
    starts: [{ enters: ['work.monitoring'] }],
    from: 'lastPupilDayOfSummerTerm',
    limit: { unit: 'on' },
    metBy: ['FOLLOW_UP_RECORDED'],
    metWhen: atPoint('summer'),
    within: ['work.monitoring'],
  },
];

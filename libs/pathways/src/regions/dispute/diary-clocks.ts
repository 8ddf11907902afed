import { appealResponseDue } from '@app/statutory-calendar';
import { type ClockRule, type PastStep } from '../../clock-rule';
import { TRIBUNAL_STEPS } from './appeal-events';
import { dayOf, law } from './bases';

interface TribunalDay {
  readonly what: string;
  readonly on: string;
}
const daysSet = ({ event }: PastStep) => (event.payload['days'] ?? []) as readonly TribunalDay[];
const daySetFor = (step: PastStep, what?: string) =>
  daysSet(step).findLast((day) => day.what === what)?.on ?? step.event.occurredOn;

/** The diary of an appeal: our answer, and every day that the Tribunal sets. */
export const diaryClocks = (within: readonly string[]): readonly ClockRule[] => [
  {
    ...law,
    code: 'appeal_response',
    rule: 'TRIB-LA-RESPONSE-30WD',
    source:
      'Tribunal Procedure Rules 2008, rule 21 with rule 12; a day that the Tribunal sets comes first',
    label: 'Our answer to the appeal',
    ask: 'Send our answer to the appeal',
    because: 'The rules give 30 working days. A day that the Tribunal sets comes first.',
    doneBy: 'TRIBUNAL_STEP_TAKEN',
    starts: [{ on: ['APPEAL_LODGED'], anchor: dayOf('receivedOn') }],
    limit: { unit: 'on' },
    rolls: appealResponseDue,
    metBy: ['TRIBUNAL_STEP_TAKEN'],
    metWhen: ({ event }) => event.payload['what'] === 'response',
    voidBy: ['DIRECTIONS_RECEIVED'],
    voidWhen: (step) => daysSet(step).some(({ what }) => what === 'response'),
    within,
  },
  {
    ...law,
    code: 'tribunal_day',
    source: 'Directions under the Tribunal Procedure Rules 2008',
    label: 'Day set by the Tribunal',
    ask: 'Be ready for the Tribunal',
    because: 'The Tribunal has set this day.',
    doneBy: 'TRIBUNAL_STEP_TAKEN',
    starts: [{ on: ['DIRECTIONS_RECEIVED'], anchor: daySetFor }],
    subjects: (step) => [...new Set(daysSet(step).map(({ what }) => what))],
    subjectWords: TRIBUNAL_STEPS,
    limit: { unit: 'on' },
    metBy: ['TRIBUNAL_STEP_TAKEN'],
    metSubjects: ({ event }) => [String(event.payload['what'])],
    within,
  },
];

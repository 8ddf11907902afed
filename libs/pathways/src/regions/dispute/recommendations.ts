import { z } from 'zod';
import { type ClockRule } from '../../clock-rule';
import { type EventDefinition } from '../../event';
import { area, choice, day } from '../../fields';
import { type Role } from '../../role';
import { dayOf, law } from './bases';

/** Who answers a recommendation of the Tribunal. */
const BODIES = {
  health: 'The health body',
  social_care: 'The council, for social care',
} as const;

const which = choice('Who must answer it?', BODIES);

/** What the Tribunal recommends on health and social care (SI 2017/1306). */
export const recommendationEvents = (officers: readonly Role[]) =>
  ({
    RECOMMENDATION_RECEIVED: {
      title: 'Record a recommendation on health or social care',
      happened: 'Tribunal made a recommendation on health or social care',
      payload: z.strictObject({
        which,
        madeOn: day('Date of the recommendation').optional(),
        what: area('What does it recommend?').optional(),
      }),
      example: { which: 'health' },
      roles: officers,
      prominence: 'other',
    },
    RECOMMENDATION_ANSWERED: {
      title: 'Record the answer to a recommendation',
      happened: 'Recommendation of the Tribunal answered',
      payload: z.strictObject({
        which,
        follows: choice('Will it be followed?', {
          yes: 'Yes',
          part: 'In part',
          no: 'No: the answer gives the reasons',
        }),
      }),
      example: { which: 'health', follows: 'yes' },
      roles: officers,
      prominence: 'usual',
    },
  }) as const satisfies Record<string, EventDefinition>;

const whichOne = ({ event }: { event: { payload: Readonly<Record<string, unknown>> } }) => [
  String(event.payload['which']),
];

/** Five weeks for each body that was given one. */
export const recommendationClocks: readonly ClockRule[] = [
  {
    ...law,
    effective: { from: '2018-04-03' },
    code: 'recommendation_due',
    source: 'SI 2017/1306: answer to a recommendation of the Tribunal',
    label: 'Answer to the Tribunal’s recommendation',
    ask: 'Get the written answer sent to the family and the council',
    because: 'It must be answered in writing within 5 weeks, unless the Tribunal set another day.',
    doneBy: 'RECOMMENDATION_ANSWERED',
    starts: [{ on: ['RECOMMENDATION_RECEIVED'], anchor: dayOf('madeOn') }],
    subjects: whichOne,
    subjectWords: BODIES,
    limit: { unit: 'CW', n: 5 },
    metBy: ['RECOMMENDATION_ANSWERED'],
    metSubjects: whichOne,
  },
];

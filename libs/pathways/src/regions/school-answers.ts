import { z } from 'zod';
import { type ClockRule } from '../clock-rule';
import { type EventDefinition } from '../event';
import { area, choice, day, text } from '../fields';
import { type Recipient } from '../instruction';
import { WORKERS } from './people-who-act';

/** For a pathway that waits for a school: nobody waits in silence (handbook E-15). */
export const schoolAnswerEvents = {
  SCHOOL_CHASED: {
    title: 'Write to a school that has not answered',
    happened: 'Head asked for the school’s answer',
    hint: 'The head gets a letter. If no answer comes in time, the council’s inclusion lead takes it up.',
    payload: z.strictObject({
      asked: area('What did we ask the school for?'),
      askedOn: day('When did we first ask?').optional(),
    }),
    example: { asked: 'A day for the meeting' },
    roles: WORKERS,
    prominence: 'rare',
  },
  SCHOOL_TAKEN_UP: {
    title: 'Take it up with the head and the trust',
    happened: 'School’s part taken up with the head, the trust and the council’s lead',
    payload: z.strictObject({
      what: choice('What is missing?', {
        answer: 'An answer',
        attendance: 'Somebody at the meeting',
        information: 'Information that we need',
        other: 'Something else',
      }),
      offer: area('What do we offer the school?').optional(),
    }),
    example: { what: 'attendance' },
    roles: WORKERS,
    prominence: 'rare',
  },
  SCHOOL_ANSWERED: {
    title: 'Record the school’s answer',
    happened: 'School answered',
    payload: z.strictObject({
      by: text('Who answered?').optional(),
      answer: area('What did they say?'),
    }),
    example: { answer: 'The SENCO comes on Tuesday' },
    roles: WORKERS,
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;

/** Arrows of the whole work region: `school` is the school that is waited for. */
export const schoolAnswerArrows = <const S extends Recipient>(school: S) =>
  ({
    SCHOOL_CHASED: { actions: { type: 'send', params: { notice: 'N-44', to: [school] } } },
    SCHOOL_TAKEN_UP: {
      actions: {
        type: 'send',
        params: { notice: 'N-45', to: [school, 'transition_lead', 'manager'] },
      },
    },
    SCHOOL_ANSWERED: {},
  }) as const;

const local = { basis: 'local', effective: { from: '2014-09-01' } } as const;

export const schoolAnswerClocks: readonly ClockRule[] = [
  {
    ...local,
    code: 'school_reply',
    source: 'Local aim: 10 school days',
    label: 'School’s answer',
    ask: 'Record the school’s answer, or take it up with the head and the trust',
    because: 'The head was asked, and there is no answer yet.',
    doneBy: 'SCHOOL_TAKEN_UP',
    holder: 'the school',
    starts: [{ on: ['SCHOOL_CHASED'] }],
    limit: { unit: 'SD', n: 10, roll: true },
    metBy: ['SCHOOL_ANSWERED'],
    voidBy: ['SCHOOL_TAKEN_UP'],
  },
  {
    ...local,
    code: 'school_taken_up',
    source: 'Local aim: 5 working days',
    label: 'School’s part settled',
    ask: 'Settle with the school how it takes part',
    because: 'It was taken up with the head, the trust and the council’s lead.',
    doneBy: 'SCHOOL_ANSWERED',
    holder: 'the school',
    starts: [{ on: ['SCHOOL_TAKEN_UP'] }],
    limit: { unit: 'WD', n: 5, roll: true },
    metBy: ['SCHOOL_ANSWERED'],
  },
];

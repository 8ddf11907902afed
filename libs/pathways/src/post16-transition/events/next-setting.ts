import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, lines, school, text, whole, yesNo } from '../../fields';
import { LEADS, WORKERS } from '../../regions';
import { POST16_WORK, SETTINGS } from './words';

const setting = {
  name: text('Name of the setting or employer'),
  kind: choice('What kind of setting?', SETTINGS),
  urn: school('In the register of schools and colleges, if it is there').optional(),
};

/** Offers, visits and the hand-over to the next setting. */
export const nextSettingEvents = {
  DESTINATION_OFFERED: {
    title: 'Record an offer',
    happened: 'Offer made',
    payload: z.strictObject({
      ...setting,
      conditional: yesNo('Does it depend on results?').optional(),
    }),
    example: { name: 'Wendmoor College', kind: 'college', conditional: true },
    roles: WORKERS,
    prominence: 'other',
  },
  DESTINATION_CONFIRMED: {
    title: 'Record that the next setting is confirmed',
    happened: 'Next setting confirmed',
    payload: z.strictObject({
      ...setting,
      how: choice('How is it confirmed?', {
        accepted: 'The young person has taken the place',
        named_in_plan: 'Named in the final EHC plan',
      }),
    }),
    example: { name: 'Wendmoor College', kind: 'college', how: 'accepted' },
    roles: WORKERS,
    prominence: 'other',
  },
  DESTINATION_CHANGED: {
    title: 'Record another next setting',
    happened: 'Next setting changed',
    payload: z.strictObject({
      name: text('Name of the new setting or employer'),
      kind: choice('What kind of setting?', SETTINGS),
      newUrn: school('In the register of schools and colleges, if it is there').optional(),
      why: area('Why?').optional(),
    }),
    example: { name: 'Moorside Training', kind: 'training' },
    roles: WORKERS,
    prominence: 'rare',
  },
  APPEAL_LODGED: {
    title: 'Record a dispute about the next setting',
    happened: 'Dispute about the next setting opened',
    hint: 'An appeal to the Tribunal, or an appeal about admission to a sixth form.',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: WORKERS,
    prominence: 'rare',
  },
  APPEAL_DECIDED: {
    title: 'Record how the dispute ended',
    happened: 'Dispute about the next setting ended',
    payload: z.strictObject(setting),
    example: { name: 'Wendmoor College', kind: 'college' },
    roles: WORKERS,
    prominence: 'other',
  },
  VISIT_LOGGED: {
    title: 'Record a visit or contact',
    happened: 'Visit recorded',
    payload: z.strictObject({
      type: choice('What kind of contact?', {
        direct: 'With the young person',
        taster: 'Taster day or visit to a setting, with the young person',
        travel: 'Practising the journey',
        indirect: 'With adults in the school or the setting',
        family: 'With the family',
        no_access: 'Could not see the young person',
      }),
      minutes: whole('How many minutes?', 5, 480),
      withWhom: lines('With whom?', { max: 10 }).optional(),
      note: area('What happened, and what next?').optional(),
    }),
    example: { type: 'indirect', minutes: 45 },
    roles: POST16_WORK,
    prominence: 'usual',
  },
  HANDOVER_HELD: {
    title: 'Record the hand-over meeting',
    happened: 'Hand-over meeting held',
    payload: z.strictObject({
      attendees: lines('Who came?', { min: 2 }),
      youngPersonThere: yesNo('Was the young person there?').optional(),
      passportApproved: yesNo(
        'Has the young person approved the profile?',
        'It says what they want others to know.',
      ),
      agreedAdjustments: lines('What was agreed?'),
      keyAdult: text('Key adult at the next setting'),
      firstDayPlan: area('Plan for the first day and the journey').optional(),
      examArrangements: area('Arrangements for exams and courses').optional(),
    }),
    example: {
      attendees: ['Young person', 'SENCO', 'College learning support'],
      passportApproved: true,
      agreedAdjustments: ['Quiet room', 'Timetable a week ahead'],
      keyAdult: 'Learning support tutor',
    },
    roles: POST16_WORK,
    prominence: 'hoped',
  },
  SUMMER_BREAK_STARTED: {
    title: 'Start the summer',
    happened: 'Summer holiday started',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...LEADS],
    prominence: 'rare',
  },
  RESULTS_CHECKED: {
    title: 'Record what the results mean for the place',
    happened: 'Results looked at',
    payload: z.strictObject({
      place: choice('How does the place stand?', {
        holds: 'The place holds',
        changed: 'Another course or setting is wanted',
        lost: 'The place is lost',
        no_results: 'No results were due',
      }),
      spokenOn: day('When did we speak with the young person?').optional(),
      note: area('What next?').optional(),
    }),
    example: { place: 'holds' },
    roles: POST16_WORK,
    prominence: 'usual',
  },
} as const satisfies Record<string, EventDefinition>;

import { z } from 'zod';
import { type ClockRule } from '../clock-rule';
import { type EventDefinition } from '../event';
import { decimal, text, whole } from '../fields';
import { type Guard } from '../pathway';

const absence = (event: { payload: Readonly<Record<string, unknown>> }) =>
  Number(event.payload['absence']);

export const attendanceEvents = {
  ATTENDANCE_LOADED: {
    title: 'Record attendance figures',
    happened: 'Attendance figures loaded',
    payload: z.strictObject({
      absence: decimal('Absence, per cent of possible sessions', 0, 100),
      possibleSessions: whole('Possible sessions', 1, 400).optional(),
      window: text('Which weeks?').optional(),
    }),
    example: { absence: 6.5, possibleSessions: 120 },
    roles: ['system', 'data_analyst', 'y6_worker', 'saso', 'transition_lead', 'send_manager'],
    prominence: 'rare',
  },
  FEED_STALE: {
    title: 'Record that attendance figures are out of date',
    happened: 'Attendance figures out of date',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', 'data_analyst'],
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;

export const attendanceGuards = {
  absenceUnder10: {
    test: ({ event }) => absence(event) < 10,
    text: 'Absence is below 10 per cent',
    aboutAnswer: true,
  },
  absence10to50: {
    test: ({ event }) => absence(event) >= 10 && absence(event) < 50,
    text: 'Absence is from 10 to below 50 per cent',
    aboutAnswer: true,
  },
  absence50up: {
    test: ({ event }) => absence(event) >= 50,
    text: 'Absence is 50 per cent or more',
    aboutAnswer: true,
  },
} satisfies Record<string, Guard>;

const loaded = {
  ATTENDANCE_LOADED: [
    { guard: 'absenceUnder10', target: 'on_track' },
    { guard: 'absence10to50', target: 'persistent' },
    { guard: 'absence50up', target: 'severe' },
  ],
} as const;
const stale = { ...loaded, FEED_STALE: 'no_feed' } as const;

/** Attendance of possible sessions (handbook 2.3, correction 3). */
export const attendanceRegion = {
  initial: 'no_feed',
  states: {
    no_feed: { on: stale },
    on_track: { on: stale },
    persistent: { on: stale },
    severe: { on: stale },
  },
} as const;

export const attendanceClocks: readonly ClockRule[] = [
  {
    code: 'feed_stale',
    basis: 'local',
    source: 'Local aim: figures no older than 10 school days',
    label: 'Attendance figures are fresh',
    ask: 'Get new attendance figures',
    because: 'The last ones are too old.',
    starts: [{ on: ['ATTENDANCE_LOADED'] }],
    limit: { unit: 'SD', n: 10, roll: true },
    metBy: [],
    voidBy: ['FEED_STALE'],
    sends: 'FEED_STALE',
    effective: { from: '2014-09-01' },
  },
];

export const attendanceStates = {
  no_feed: 'No attendance figures',
  on_track: 'Attendance on track',
  persistent: 'Persistently absent',
  severe: 'Severely absent',
} as const;

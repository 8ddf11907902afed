import { z } from 'zod';
import { type ClockRule } from '../clock-rule';
import { type EventDefinition } from '../event';
import { area, choice } from '../fields';
import { WORKERS } from './people-who-act';

/** Why work waits. A date of law never does (handbook 1.2). */
const WHY = {
  family_asked: 'The family asked us to wait',
  illness: 'The child is ill or in hospital',
  bereavement: 'A death or crisis in the family',
  away: 'The family is away',
  other_service: 'Another service must finish first',
  other: 'Another reason',
} as const;

export const holdEvents = {
  CASE_HELD: {
    title: 'Put this case on hold',
    verb: 'Put on hold',
    happened: 'Put on hold',
    hint: 'The council’s own dates wait and go on by as many days later. Dates set by law run on: they never wait.',
    payload: z.strictObject({ reason: choice('Why?', WHY), note: area('Note').optional() }),
    example: { reason: 'family_asked' },
    roles: WORKERS,
    prominence: 'rare',
  },
  CASE_RESUMED: {
    title: 'Take the work up again',
    happened: 'Work taken up again after a hold',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: WORKERS,
    prominence: 'usual',
  },
} as const satisfies Record<string, EventDefinition>;

/** Work that waits, with a reason. */
export const holdRegion = {
  initial: 'running',
  states: {
    running: { on: { CASE_HELD: 'on_hold' } },
    on_hold: { on: { CASE_RESUMED: 'running' } },
  },
} as const;

/** Its anchor is the day on which the hold began: the days that local dates wait are counted from it. */
export const HOLD_REVIEW = 'hold_review';

export const holdClocks: readonly ClockRule[] = [
  {
    code: HOLD_REVIEW,
    basis: 'local',
    source: 'Local aim: looked at again after 20 working days',
    label: 'Is the hold still right?',
    ask: 'Take the work up again, or end the case',
    because: 'The case is on hold.',
    doneBy: 'CASE_RESUMED',
    starts: [{ enters: ['hold.on_hold'] }],
    limit: { unit: 'WD', n: 20, roll: true },
    metBy: ['CASE_RESUMED'],
    within: ['hold.on_hold'],
    effective: { from: '2014-09-01' },
  },
];

export const holdStates = {
  running: 'Work goes on',
  on_hold: 'On hold; dates set by law run on',
} as const;

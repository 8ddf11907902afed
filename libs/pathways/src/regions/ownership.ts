import { z } from 'zod';
import { type ClockRule } from '../clock-rule';
import { type EventDefinition } from '../event';
import { area, choice, day, officer, text } from '../fields';
import { type Guard } from '../pathway';
import { answered } from '../building-blocks';
import { LEADS, WORKERS } from './people-who-act';

const leads = [...LEADS, 'panel_coordinator'] as const;

export const ownershipEvents = {
  ALLOCATED: {
    title: 'Give the case to a worker',
    happened: 'Case given to a worker',
    payload: z.strictObject({
      workerId: officer('Worker'),
      weight: choice('How much work is it?', {
        '1.5': 'Intensive (usually 1.5)',
        '1': 'Targeted (usually 1)',
        '0.5': 'Indirect (usually 0.5)',
      }).optional(),
      overrideReason: text(
        'Reason for going over the worker’s limit',
        'Only if the worker is full',
      ).optional(),
    }),
    example: { workerId: 'worker', weight: '1' },
    exampleFacts: { withinCaseload: true },
    roles: leads,
  },
  COVER_STARTED: {
    title: 'Arrange cover',
    happened: 'Cover arranged',
    payload: z.strictObject({
      coverId: officer('Who covers?'),
      coverEndDate: day('Until when?'),
      note: area('What should they know?').optional(),
    }),
    example: { coverId: 'cover', coverEndDate: '2027-02-26' },
    roles: [...WORKERS],
    prominence: 'rare',
  },
  COVER_ENDED: {
    title: 'End the cover',
    happened: 'Cover ended',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...WORKERS],
    prominence: 'rare',
  },
  WORKER_LEFT: {
    title: 'Record that the worker has left',
    happened: 'Worker left; the case waits for a new one',
    payload: z.strictObject({ handover: area('Hand-over note').optional() }),
    example: {},
    roles: leads,
    prominence: 'rare',
  },
  REALLOCATION_REQUESTED: {
    title: 'Ask for another worker',
    happened: 'Another worker asked for',
    payload: z.strictObject({ reason: area('Why?') }),
    example: { reason: 'Moving to another team' },
    roles: [...WORKERS],
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;

export const ownershipGuards = {
  withinCaseload: {
    test: ({ event }) =>
      (event.facts.withinCaseload ?? false) ||
      ((event.facts.actorMay?.includes('caseload.override') ?? false) &&
        typeof event.payload['overrideReason'] === 'string'),
    text: 'This worker is at the limit of their caseload',
    needs: ['withinCaseload', 'actorMay'],
    aboutAnswer: true,
    missing: () => [
      {
        what: 'A worker with room, or a manager’s reason for going over the limit',
        who: 'The transition lead or a SEND manager',
      },
    ],
  },
  coverEndDate: answered('coverEndDate', 'Say until when the cover lasts'),
} satisfies Record<string, Guard>;

const moved = { WORKER_LEFT: 'reallocating', REALLOCATION_REQUESTED: 'reallocating' } as const;
const allocated = {
  ALLOCATED: {
    guard: 'withinCaseload',
    target: 'allocated',
    actions: { type: 'send', params: { notice: 'N-19', to: ['owner'] } },
  },
} as const;

/** Who holds the case (handbook 2.3). A case keeps its deadlines whoever holds it. */
export const ownershipRegion = {
  initial: 'unallocated',
  states: {
    unallocated: { on: allocated },
    allocated: {
      on: {
        COVER_STARTED: {
          guard: 'coverEndDate',
          target: 'covered',
          actions: { type: 'send', params: { notice: 'N-22', to: ['owner'] } },
        },
        ...moved,
      },
    },
    covered: { on: { COVER_ENDED: 'allocated', ...moved } },
    reallocating: {
      entry: { type: 'send', params: { notice: 'N-21', to: ['manager'] } },
      on: allocated,
    },
  },
} as const;

export const ownershipClocks: readonly ClockRule[] = [
  {
    code: 'alloc_sla',
    basis: 'local',
    source: 'Local aim: 5 working days',
    label: 'Give the case a worker',
    ask: 'Give the case to a worker',
    because: 'Nobody holds it yet.',
    doneBy: 'ALLOCATED',
    starts: [{ enters: ['ownership.unallocated'] }],
    limit: { unit: 'WD', n: 5, roll: true },
    metBy: ['ALLOCATED'],
    within: ['ownership.unallocated'],
    effective: { from: '2014-09-01' },
  },
  {
    code: 'realloc_sla',
    basis: 'local',
    source: 'Local aim: 3 working days',
    label: 'Give the case a new worker',
    ask: 'Give the case to a new worker',
    because: 'The last one has left or is moving.',
    doneBy: 'ALLOCATED',
    starts: [{ enters: ['ownership.reallocating'] }],
    limit: { unit: 'WD', n: 3, roll: true },
    metBy: ['ALLOCATED'],
    within: ['ownership.reallocating'],
    effective: { from: '2014-09-01' },
  },
  {
    code: 'cover_end',
    basis: 'local',
    source: 'The date set when cover began',
    label: 'Cover ends',
    ask: 'Hand back to the lead worker',
    because: 'Cover was arranged until this day.',
    doneBy: 'COVER_ENDED',
    starts: [
      {
        enters: ['ownership.covered'],
        anchor: ({ event }) => String(event.payload['coverEndDate']),
      },
    ],
    limit: { unit: 'on' },
    metBy: ['COVER_ENDED'],
    within: ['ownership.covered'],
    sends: 'COVER_ENDED',
    effective: { from: '2014-09-01' },
  },
];

export const ownershipStates = {
  unallocated: 'Nobody holds it yet',
  allocated: 'Has a worker',
  covered: 'Covered by a colleague',
  reallocating: 'Waiting for a new worker',
} as const;

/** For pathways in which a child needs a worker only from some state on: the clock starts again there, and asks nobody before. */
export const workerNeededFrom =
  (state: string, quietIn: readonly string[]) =>
  (rule: ClockRule): ClockRule =>
    rule.code === 'alloc_sla'
      ? {
          ...rule,
          quietIn,
          starts: [
            ...rule.starts,
            { enters: [state], when: ({ after }) => after['ownership'] === 'unallocated' },
          ],
        }
      : rule;

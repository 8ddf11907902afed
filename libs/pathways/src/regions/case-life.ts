import { z } from 'zod';
import { type EventDefinition } from '../event';
import { area, choice, day, school, text, yesNo } from '../fields';
import { type Guard } from '../pathway';
import { answered, mayDo } from '../building-blocks';
import { BY_LAW } from '../task-days';
import { LEADS, WORKERS } from './people-who-act';
import { commonTasks } from './tasks';

const { due } = commonTasks;

const REGISTRATION = {
  single: 'Only here',
  dual_main: 'Dual: main school',
  dual_subsidiary: 'Dual: second school',
} as const;

/** Events every case can receive (handbook 2.4). */
export const lifeEvents = {
  CHILD_MOVED_LA: {
    title: 'Record that the family has moved to another council',
    verb: 'Family has moved away',
    happened: 'Family moved to another council',
    payload: z.strictObject({
      newLaCode: text('Code of the new council', 'Three digits, like 937'),
      moveDate: day('When did they move?'),
      newAddressKnown: yesNo('Is the new address known?').optional(),
    }),
    example: { newLaCode: '937', moveDate: '2026-11-02' },
    roles: WORKERS,
    prominence: 'rare',
  },
  SCHOOL_CHANGED: {
    title: 'Record a change of school',
    happened: 'Child changed school',
    payload: z.strictObject({
      fromUrn: school('Old school').optional(),
      toUrn: school('New school'),
      changedOn: day('First day at the new school'),
      registrationType: choice('Registration', REGISTRATION),
    }),
    example: { toUrn: '199001', changedOn: '2026-11-02', registrationType: 'single' },
    roles: WORKERS,
    prominence: 'rare',
  },
  EHE_CONFIRMED: {
    title: 'Record home education',
    happened: 'Home education confirmed',
    payload: z.strictObject({
      deregistrationDate: day('When was the child taken off roll?'),
      source: text('Who told us?'),
      elective: yesNo('Did the family choose this freely?'),
    }),
    example: { deregistrationDate: '2026-11-02', source: 'Letter from the school', elective: true },
    roles: WORKERS,
    prominence: 'rare',
  },
  DUPLICATE_FOUND: {
    title: 'Close as a duplicate',
    happened: 'Found to be a duplicate',
    payload: z.strictObject({ survivingCase: text('Reference of the case that goes on') }),
    example: { survivingCase: 'Y6-0001' },
    exampleFacts: { openCaseExists: true },
    roles: LEADS,
    prominence: 'rare',
  },
  WRONG_CHILD: {
    title: 'Record that this is the wrong child',
    happened: 'Recorded against the wrong child',
    payload: z.strictObject({
      correctChild: text('Case or UPN of the right child').optional(),
      reason: area('What happened?'),
    }),
    example: { reason: 'Two children with the same name' },
    roles: LEADS,
    prominence: 'rare',
  },
  SIBLING_LINKED: {
    title: 'Link a brother’s or sister’s case',
    happened: 'Brother’s or sister’s case linked',
    hint: 'For planning visits together only. It never opens one child’s record to the other’s school.',
    payload: z.strictObject({ otherCase: text('Reference of the other case') }),
    example: { otherCase: 'Y6-0002' },
    roles: WORKERS,
    prominence: 'rare',
  },
  CASE_VOIDED: {
    title: 'Void this case',
    happened: 'Case voided',
    payload: z.strictObject({ reason: area('Why must this case not count?') }),
    example: { reason: 'Opened by mistake' },
    roles: LEADS,
    prominence: 'rare',
  },
  CASE_REOPENED: {
    title: 'Open this work again',
    happened: 'Taken up again in a new case',
    hint: 'This case stays closed as it is. A new one is opened from it, and both know of each other.',
    payload: z.strictObject({ reason: area('Why?') }),
    example: { reason: 'The child is back from home education' },
    exampleFacts: { closedWithinYear: true },
    roles: [...LEADS, 'review_officer', 'panel_coordinator'],
    prominence: 'other',
  },
  DECEASED: {
    title: 'Record that the child has died',
    happened: 'Child has died',
    hint: 'Every open case of the child is closed, every unsent message is stopped and the record is restricted, at once.',
    payload: z.strictObject({ date: day('Date'), source: text('Who told us?') }),
    example: { date: '2026-11-02', source: 'Social care' },
    roles: ['send_manager'],
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;

export const lifeGuards = {
  noOpenCase: {
    test: ({ event }) => !event.facts.openCaseExists,
    text: 'This child already has an open case of this kind',
    needs: ['openCaseExists'],
    missing: () => [{ what: 'Work on the open case instead', who: 'You' }],
  },
  withinTwelveMonths: {
    test: ({ event }) => event.facts.closedWithinYear ?? false,
    text: 'It was closed more than 12 months ago',
    needs: ['closedWithinYear'],
    missing: () => [{ what: 'A new case for the child', who: 'You' }],
  },
  newLaAndDate: answered('newLaCode', 'Give the new council’s code and the date of the move'),
  deregistrationDate: answered('deregistrationDate', 'Give the day the child was taken off roll'),
  openCaseExists: {
    test: ({ event }) => event.facts.openCaseExists ?? false,
    text: 'There is no other open case of this kind for the child',
    needs: ['openCaseExists'],
    missing: () => [
      { what: 'An open case that this one repeats', who: 'The transition lead or a SEND manager' },
    ],
  },
  mayVoid: mayDo(
    'case.void',
    'Only a SEND manager or the transition lead may void a case',
    'A SEND manager or the transition lead',
  ),
  mayRecordDeath: mayDo(
    'case.deceased',
    'Only a SEND manager may record a death',
    'A SEND manager',
  ),
  reasonGiven: answered('reason', 'Give a reason'),
  noOpenActions: {
    test: ({ event }) => !event.facts.openActions?.length,
    text: ({ event }) => `Actions are still open: ${event.facts.openActions?.join('; ') ?? ''}`,
    needs: ['openActions'],
    missing: ({ event }) =>
      (event.facts.openActions ?? []).map((what) => ({ what, who: 'Whoever owns the action' })),
    otherWays: ['Ask a lead to cancel an action that is no longer needed.'],
  },
} satisfies Record<string, Guard>;

/** The case is hidden from then on; a person moves the papers, and the information governance lead judges the breach. */
const wrongChild = [
  {
    type: 'task',
    params: {
      task: 'Assess whether this was a data breach',
      why: 'The case was recorded against the wrong child. Where that puts somebody at risk, the Information Commissioner must hear within 72 hours.',
      for: 'dpo',
      due: BY_LAW.dataBreach,
    },
  },
  {
    type: 'task',
    params: {
      task: 'Move the papers to the right child’s case',
      why: 'Documents and notes are about another child. Until they are moved they are hidden.',
      for: 'manager',
      due: due.movePapers,
    },
  },
  { type: 'cancelMessages', params: { reason: 'The case was recorded against the wrong child' } },
] as const;

/** Arrows of the whole work region: endings that any open case can take. */
export const lifeArrows = {
  CHILD_MOVED_LA: {
    guard: 'newLaAndDate',
    target: '.transferred_out',
    actions: [{ type: 'send', params: { notice: 'N-40', to: ['new_authority'] } }],
  },
  SCHOOL_CHANGED: {
    actions: [
      { type: 'send', params: { notice: 'N-43', to: ['school'] } },
      {
        type: 'task',
        params: {
          task: 'End the old school’s access to this case',
          why: 'The child has changed school.',
          for: 'owner',
          due: due.endAccess,
        },
      },
    ],
  },
  DUPLICATE_FOUND: { guard: 'openCaseExists', target: '.voided' },
  WRONG_CHILD: {
    guard: { type: 'all', params: ['mayVoid', 'reasonGiven'] },
    target: '.voided',
    actions: wrongChild,
  },
  SIBLING_LINKED: { actions: [] },
  CASE_VOIDED: { guard: { type: 'all', params: ['mayVoid', 'reasonGiven'] }, target: '.voided' },
  DECEASED: {
    guard: 'mayRecordDeath',
    target: '.closed_deceased',
    actions: [
      { type: 'cancelMessages', params: { reason: 'The child has died' } },
      'restrictRecord',
    ],
  },
} as const;

/** Why a family leaves a pathway that it may leave at any time (handbook 2.5). */
const LEFT = {
  FAMILY_DECLINED: 'Family no longer wants support',
  CONSENT_WITHDRAWN: 'Family took its agreement back',
  NO_RESPONSE: 'No answer',
} as const;

/** Beside the common ones, for a pathway that a family takes part in of its own will. */
export const withdrawalEvents = {
  FAMILY_WITHDREW: {
    title: 'Record that the family has withdrawn',
    verb: 'Family withdraws',
    happened: 'Family withdrew',
    payload: z.strictObject({ reasonCode: choice('Why?', LEFT), note: area('Note').optional() }),
    example: { reasonCode: 'FAMILY_DECLINED' },
    roles: WORKERS,
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;

const closeAs = <const C extends string>(code: C) =>
  ({ type: 'closeAs', params: { code } }) as const;

/**
 * `lifeArrows` for a pathway of the council's own, which also ends when the family withdraws or the child is home
 * educated (handbook 2.4, correction 10). `also` is done at every ending: a place is given back, for one.
 * The machine has the actions of `reasonActions`, and the states of `localEndStates`.
 */
export const localEndings = <const A extends readonly string[]>(...also: A) =>
  ({
    ...lifeArrows,
    CHILD_MOVED_LA: {
      ...lifeArrows.CHILD_MOVED_LA,
      actions: [...lifeArrows.CHILD_MOVED_LA.actions, ...also, closeAs('MOVED_LA')],
    },
    DUPLICATE_FOUND: {
      ...lifeArrows.DUPLICATE_FOUND,
      actions: [...also, closeAs('DUPLICATE')],
    },
    WRONG_CHILD: {
      ...lifeArrows.WRONG_CHILD,
      actions: [...lifeArrows.WRONG_CHILD.actions, ...also, closeAs('ERROR_WRONG_CHILD')],
    },
    CASE_VOIDED: { ...lifeArrows.CASE_VOIDED, actions: [...also] },
    DECEASED: {
      ...lifeArrows.DECEASED,
      actions: [...lifeArrows.DECEASED.actions, ...also, closeAs('DECEASED')],
    },
    FAMILY_WITHDREW: {
      target: '.withdrawn',
      actions: [
        ...also,
        'keepReason',
        { type: 'send', params: { notice: 'N-05', to: ['owner', 'school'] } },
        { type: 'cancelMessages', params: { reason: 'The family has withdrawn', to: ['family'] } },
      ],
    },
    EHE_CONFIRMED: {
      guard: 'deregistrationDate',
      target: '.closed_ehe',
      actions: [
        ...also,
        closeAs('EHE'),
        { type: 'send', params: { notice: 'N-41', to: ['ehe_team'] } },
      ],
    },
  }) as const;

export const lifeStates = {
  transferred_out: 'Moved to another council',
  voided: 'Voided',
  closed_deceased: 'Closed: child has died',
} as const;

/** Words for the states in which `localEndings` ends. */
export const localEndStates = {
  withdrawn: 'Family withdrew',
  closed_ehe: 'Closed: home education',
  ...lifeStates,
} as const;

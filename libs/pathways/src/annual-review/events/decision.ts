import { z } from 'zod';
import { amendingEvents, noticeFields, reasons } from '../../amending';
import { consultingEvents } from '../../consulting';
import { type EventDefinition } from '../../event';
import { area, choice, day, text, yesNo } from '../../fields';
import { officers } from './opening';

const deciders = ['review_officer', 'send_manager'] as const;
const withoutCheckReason = area(
  'If the quality of the review was not checked: why not?',
  'Only for a move to the next phase. The check never holds up a date set by law.',
).optional();

export const decisionEvents = {
  DECISION_MAINTAIN: {
    title: 'Decide to keep the plan as it is',
    verb: 'Keep the plan',
    happened: 'Decided to keep the plan; family told',
    payload: z.strictObject({
      reasons,
      namesNextPlace: yesNo(
        'If the child moves on: does the plan already name the next place?',
      ).optional(),
      withoutCheckReason,
    }),
    example: { reasons: 'The plan still fits, and the outcomes are in hand' },
    roles: deciders,
    prominence: 'usual',
  },
  DECISION_AMEND: {
    title: 'Decide to change the plan',
    verb: 'Change the plan',
    happened: 'Decided to change the plan; notice and changes sent',
    hint: 'The notice goes with the proposed changes, within four weeks of the meeting.',
    payload: z.strictObject({
      reasons,
      ...noticeFields,
      withoutCheckReason,
    }),
    example: { reasons: 'The outcomes and the school change next year', changesEnclosed: true },
    roles: deciders,
    prominence: 'usual',
  },
  DECISION_CEASE: {
    title: 'Decide to consult about ending the plan',
    verb: 'Consult about ending the plan',
    happened: 'Decided to consult about ending the plan; family told',
    hint: 'This ends nothing. It opens a consultation, and a manager decides after it.',
    payload: z.strictObject({
      ground: choice('Which lawful ground may there be?', {
        not_responsible: 'The council is no longer responsible for the child',
        not_necessary: 'The plan is no longer necessary',
      }),
      reasons,
      withoutCheckReason,
    }),
    example: { ground: 'not_necessary', reasons: 'The review found that every outcome is met' },
    roles: deciders,
    prominence: 'other',
  },
  ...amendingEvents(officers, deciders),
  ...consultingEvents(officers),
  CEASE_CONFIRMED: {
    title: 'Record that the plan has ended',
    happened: 'Plan has ended',
    payload: z.strictObject({
      cessationCase: text('Reference of the case about ending the plan'),
      appealOver: yesNo('Has the time to appeal passed, or has an appeal been decided?'),
      ceasedOn: day('When did the plan end?'),
    }),
    example: { cessationCase: 'CE-0001', appealOver: true, ceasedOn: '2026-12-22' },
    exampleFacts: { actorProposed: false },
    roles: ['send_manager'],
    prominence: 'usual',
  },
  CEASE_DROPPED: {
    title: 'Record that the plan goes on',
    happened: 'Plan goes on',
    payload: z.strictObject({ reasons }),
    example: { reasons: 'The young person wishes to return to education' },
    roles: deciders,
    prominence: 'hoped',
  },
} as const satisfies Record<string, EventDefinition>;

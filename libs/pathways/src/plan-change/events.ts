import { z } from 'zod';
import { amendingEvents, noticeFields, reasons } from '../amending';
import { type EventDefinition } from '../event';
import { choice, day, text } from '../fields';
import { commonEvents } from '../regions';
import { appealEvents } from '../regions/dispute/appeal-events';
import { mediationEvents } from '../regions/dispute/mediation-events';
import { amendmentOrdered } from '../regions/dispute/order-event';
import { recommendationEvents } from '../regions/dispute/recommendations';

const officers = ['ehc_officer', 'review_officer', 'send_manager'] as const;
const deciders = ['review_officer', 'send_manager'] as const;

/** Everything that can happen to a plan between its reviews. */
export const planChangeEvents = {
  PLAN_MATTER_OPENED: {
    title: 'Open a matter about a plan between its reviews',
    happened: 'Matter about the plan opened',
    hint: 'For a decision of a review that the family challenges, or a change that cannot wait for one.',
    payload: z.strictObject({
      about: choice('What is it about?', {
        not_changed: 'The decision of a review not to change the plan',
        changed: 'What the changed plan says, or the school it names',
        change: 'A change of the plan without a review',
      }),
      decisionSentOn: day(
        'If it is about a decision: when was it sent?',
        'The family has two months from that day to appeal',
      ).optional(),
      why: text('Why can a change not wait for the review?').optional(),
    }),
    example: { about: 'changed', decisionSentOn: '2026-10-05' },
    roles: officers,
  },
  CHANGE_PROPOSED: {
    title: 'Propose a change without a review',
    happened: 'Notice of changes sent without a review',
    hint: 'The family has 15 days for its views, and the changed plan follows within 8 weeks of the notice.',
    payload: z.strictObject({ reasons, ...noticeFields }),
    example: { reasons: 'The school has closed', changesEnclosed: true },
    roles: deciders,
    prominence: 'usual',
  },
  ...amendingEvents(officers, deciders),
  ...amendmentOrdered(officers),
  ...mediationEvents(officers, {}),
  ...appealEvents(officers, {}),
  ...recommendationEvents(officers),
  CHALLENGE_PERIOD_ENDED: {
    title: 'Close: the time to appeal has passed',
    happened: 'The time to appeal passed',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...officers],
    prominence: 'other',
  },
  MATTER_CLOSED: {
    title: 'Close: the plan stays as it is',
    happened: 'Closed: the plan stays as it is',
    payload: z.strictObject({ why: text('Why?') }),
    example: { why: 'The Tribunal dismissed the appeal' },
    roles: officers,
    prominence: 'other',
  },
  ...commonEvents,
} as const satisfies Record<string, EventDefinition>;

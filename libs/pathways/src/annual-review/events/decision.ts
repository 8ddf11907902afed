import { z } from 'zod';
import { consultingEvents } from '../../consulting';
import { type EventDefinition } from '../../event';
import { area, choice, day, school, text, yesNo } from '../../fields';
import { officers } from './opening';

const deciders = ['review_officer', 'send_manager'] as const;
const reasons = area('Reasons', 'The family has a right to these. Write to them, not about them.');
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
      changesEnclosed: yesNo('Do the proposed changes go with the notice?'),
      servedOn: day(
        'Day the family receives it',
        'Leave empty if it is the same day. First-class post: the second working day after posting.',
      ).optional(),
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
  REPRESENTATIONS_RECEIVED: {
    title: 'Record the family’s views on the changes',
    happened: 'Family’s views on the changes received',
    payload: z.strictObject({
      finished: yesNo('Has the family said they have finished?'),
      views: area('What do they say?').optional(),
      asksForSetting: text('School or college they ask for').optional(),
    }),
    example: { finished: true },
    roles: officers,
    prominence: 'usual',
  },
  REPRESENTATION_PERIOD_ENDED: {
    title: 'Record that the 15 days have ended',
    happened: 'The family’s 15 days ended',
    payload: z.strictObject({}),
    example: {},
    roles: ['system'],
    prominence: 'rare',
  },
  ...consultingEvents(officers),
  FINAL_AMENDED_ISSUED: {
    title: 'Send the final changed plan',
    happened: 'Final changed plan sent',
    payload: z.strictObject({
      appealLetter: yesNo('Does the letter tell the family of their right to appeal?'),
      named: choice('What does section I name?', {
        school: 'A school or setting',
        type: 'A type of setting',
      }),
      urn: school('School or setting').optional(),
      typeOfSetting: text('Type of setting').optional(),
      overNumberGround: text('If the school is full: the legal ground for naming it').optional(),
    }),
    example: { appealLetter: true, named: 'school', urn: '199020' },
    roles: deciders,
    prominence: 'hoped',
  },
  AMENDMENT_WITHDRAWN: {
    title: 'Decide not to change the plan after all',
    happened: 'Decided not to change the plan after all; family told',
    payload: z.strictObject({ reasons }),
    example: { reasons: 'The family and the school agree that the plan fits as it is' },
    roles: deciders,
    prominence: 'other',
  },
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

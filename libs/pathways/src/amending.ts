import { addDays, longDay } from '@app/statutory-calendar';
import { z } from 'zod';
import { answered, mayDo } from './building-blocks';
import { type ClockRule } from './clock-rule';
import { type EventDefinition, said } from './event';
import { area, choice, day, school, text, yesNo } from './fields';
import { type Guard, type GuardInput } from './pathway';
import { type Role } from './role';

export const reasons = area(
  'Reasons',
  'The family has a right to these. Write to them, not about them.',
);

/** What goes with the notice of changes to a plan: SEND Regulations 2014, regulation 22(2). */
export const noticeFields = {
  changesEnclosed: yesNo('Do the proposed changes go with the notice?'),
  servedOn: day(
    'Day the family receives it',
    'Leave empty if it is the same day. First-class post: the second working day after posting.',
  ).optional(),
};

/** What goes out with a final plan, new or changed, and what its section I names. */
export const sentPlanFields = {
  appealLetter: yesNo('Does the letter tell the family of their right to appeal?'),
  named: choice('What does section I name?', {
    school: 'A school or setting',
    type: 'A type of setting',
  }),
  urn: school('School or setting').optional(),
  typeOfSetting: text('Type of setting').optional(),
  overNumberGround: text('If the school is full: the legal ground for naming it').optional(),
};

/** The family's days for its views on a draft or on changes are over: SEND Regulations 2014, regulations 13(1) and 22(2). */
export const representationsEnd = {
  REPRESENTATION_PERIOD_ENDED: {
    title: 'Record that the 15 days have ended',
    happened: 'The family’s 15 days ended',
    payload: z.strictObject({}),
    example: {},
    roles: ['system'],
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;

/** From the notice of changes to the changed plan: regulation 22, which regulation 28 applies to a change without a review. */
export const amendingEvents = (officers: readonly Role[], deciders: readonly Role[]) =>
  ({
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
    ...representationsEnd,
    FINAL_AMENDED_ISSUED: {
      title: 'Send the final changed plan',
      happened: 'Final changed plan sent',
      payload: z.strictObject({
        ...sentPlanFields,
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
  }) as const satisfies Record<string, EventDefinition>;

const lastDayToWithdraw = ({ context }: GuardInput) => {
  const noticeOn = context['noticeOn'];
  return typeof noticeOn === 'string' ? addDays(noticeOn, 56) : undefined;
};

/** Conditions of changing a plan, each with the words of its refusal. */
export const amendingGuards = {
  mayDecideReview: mayDo(
    'review.decide',
    'Only an annual review officer or a SEND manager may decide on a review',
    'An annual review officer or a SEND manager',
  ),
  reasonsGiven: answered('reasons', 'Give the reasons: the family has a right to them'),
  changesEnclosed: answered(
    'changesEnclosed',
    'The notice must carry the proposed changes to the plan',
  ),
  viewsTimeGiven: {
    test: ({ context, event }) =>
      context['familyFinished'] === true || (event.facts.passed?.includes('reps') ?? false),
    text: 'The family still has time to give its views on the changes',
    needs: ['passed'],
    missing: () => [
      {
        what: 'The end of the 15 days, or the family saying that it has finished',
        who: 'The family',
        byEvent: 'REPRESENTATIONS_RECEIVED',
      },
    ],
  },
  appealLetter: answered(
    'appealLetter',
    'The letter must tell the family of their right to appeal',
  ),
  reasonsInTime: {
    test: (input) => (lastDayToWithdraw(input) ?? '9999-12-31') >= input.event.occurredOn,
    text: (input) =>
      `The plan could be left as it is until ${longDay(lastDayToWithdraw(input) ?? input.event.occurredOn)}, 8 weeks from the notice`,
    otherWays: ['Send the final changed plan.'],
    missing: () => [
      {
        what: 'The final changed plan',
        who: 'The review officer or a SEND manager',
        byEvent: 'FINAL_AMENDED_ISSUED',
      },
    ],
  },
} satisfies Record<string, Guard>;

/** The family’s 15 days on the changes that this notice carries. */
export const repsOnChanges = (notice: string, within: string): ClockRule => ({
  basis: 'statutory',
  effective: { from: '2014-09-01' },
  code: 'reps',
  rule: 'AR-REPS-15D',
  source: 'SEND Regulations 2014, regulation 22(2)(c)',
  label: 'Family’s 15 days on the changes',
  ask: 'Record the family’s views on the changes',
  because: 'The family has at least 15 days, counting the day the notice reaches them.',
  doneBy: 'REPRESENTATIONS_RECEIVED',
  holder: 'the family',
  starts: [
    {
      on: [notice],
      anchor: ({ event }) => said(event, 'servedOn') ?? event.occurredOn,
    },
  ],
  limit: { unit: 'daysBeginning', n: 15 },
  metBy: ['REPRESENTATIONS_RECEIVED', 'REPRESENTATION_PERIOD_ENDED'],
  metWhen: ({ event }) =>
    event.type === 'REPRESENTATION_PERIOD_ENDED' || event.payload['finished'] === true,
  within: [within],
  sends: 'REPRESENTATION_PERIOD_ENDED',
});

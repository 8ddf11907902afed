import { z } from 'zod';
import { type EventDefinition } from '../event';
import { area, choice, choices, day, lines, text, yesNo } from '../fields';
import { commonEvents } from '../regions';
import { appealEvents } from '../regions/dispute/appeal-events';
import { GROUNDS, SEN2_REASONS, SITUATIONS } from './codes';

const officers = ['review_officer', 'ehc_officer', 'send_manager'] as const;
const decider = ['send_manager'] as const;
const WHO = {
  young_person: 'The young person',
  parent: 'A parent or carer',
  head: 'The head teacher or principal',
  representative: 'Somebody who speaks for the young person',
} as const;

const { DIRECTIONS_RECEIVED, TRIBUNAL_STEP_TAKEN } = appealEvents(officers, {});

/** Everything that can happen while the council thinks about ending a plan. */
export const cessationEvents = {
  CANDIDATE_FLAGGED: {
    title: 'Ask whether a plan should end',
    happened: 'Question opened: should the plan end?',
    hint: 'Opening this ends nothing. Age alone is never a reason.',
    payload: z.strictObject({
      flaggedBy: choice('How did the question come up?', {
        review: 'An annual review',
        left_education: 'The young person has left education or training',
        family: 'The young person or the family asked',
        setting: 'The school or college asked',
        officer: 'An officer',
      }),
      ground: choice('If it is known: the lawful ground', GROUNDS).optional(),
      reviewedOn: day('When was the last review concluded?').optional(),
      note: area('What is known?').optional(),
    }),
    example: { flaggedBy: 'left_education' },
    roles: officers,
  },
  CONSULTATION_STARTED: {
    title: 'Consult about ending the plan',
    verb: 'Start to consult',
    happened: 'Family and school or college asked for their views',
    payload: z.strictObject({
      ground: choice('Which lawful ground?', GROUNDS),
      situation: choice('What lies behind it?', SITUATIONS),
      onlyAge: yesNo('Is age the only reason?'),
      reviewedOn: day(
        'When was the last review concluded?',
        'It must have looked at whether the plan is still needed',
      ).optional(),
      evidence: area('What did the review find, or what shows the move?'),
      returnWish: choice('If they have left education: what is known about going back?', {
        no_wish: 'The young person does not wish to go back',
        not_right: 'Going back is not right for them, and they were asked',
        wishes: 'The young person wishes to go back',
        not_asked: 'Nobody has asked yet',
      }).optional(),
      consulted: choices('Who is asked?', {
        ...WHO,
        no_school: 'The plan names no school or college',
      }),
      representative: text(
        'If the young person cannot decide for themselves: who speaks for them, and what shows it?',
      ).optional(),
    }),
    example: {
      ground: 'not_necessary',
      situation: 'paid_work',
      onlyAge: false,
      reviewedOn: '2024-06-14',
      evidence: 'Every outcome was met, and the young person starts work in September',
      returnWish: 'no_wish',
      consulted: ['young_person', 'head'],
    },
    exampleFacts: { age: 18 },
    roles: officers,
    prominence: 'usual',
  },
  VIEWS_RECEIVED: {
    title: 'Record the views that came',
    happened: 'Views received',
    payload: z.strictObject({
      from: choices('Who answered?', WHO),
      agrees: choice('What does the young person or the parent say?', {
        yes: 'The plan can end',
        no: 'The plan should go on',
        unsure: 'Not sure, or no answer yet',
      }),
      views: area('What did they say?').optional(),
      how: text('How did they say it, and what shows it?').optional(),
    }),
    example: { from: ['young_person'], agrees: 'yes' },
    roles: officers,
    prominence: 'hoped',
  },
  CONSULTATION_ENDED: {
    title: 'Record that the time for views has ended',
    happened: 'Time for views ended',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...officers],
    prominence: 'other',
  },
  NOTICE_ISSUED: {
    title: 'Decide that the plan ends, and send the notice',
    verb: 'Send the notice',
    happened: 'Notice sent that the plan is to end; it stays in force for now',
    hint: 'The plan stays in force until the time to appeal has passed, or an appeal is decided.',
    payload: z.strictObject({
      reasons: area('Reasons', 'The family has a right to these. Write to them, not about them.'),
      outcomes: lines('What became of each education outcome?'),
      destination: choice('Where do they go next?', {
        work: 'Paid work',
        apprenticeship: 'Apprenticeship',
        education: 'Education or training without a plan',
        higher_education: 'University',
        adult_services: 'Adult services',
        elsewhere: 'Another council or country',
        none: 'Nothing yet',
      }),
      destinationNote: text('Who helps them there?').optional(),
      sen2Reason: choice('Reason for the SEN2 return', SEN2_REASONS),
      programmeEndsOn: day(
        'If a course is under way: its last day',
        'Help goes on until the course ends, usually the end of the academic year',
      ).optional(),
    }),
    example: {
      reasons: 'You have met every outcome in your plan, and you told us that you agree',
      outcomes: ['Travels alone: met', 'Level 2 in catering: met'],
      destination: 'apprenticeship',
      sen2Reason: '4',
    },
    exampleFacts: { actorProposed: false },
    roles: decider,
    prominence: 'usual',
  },
  NOT_PURSUED: {
    title: 'Leave the plan in force',
    verb: 'The plan goes on',
    happened: 'Plan goes on',
    payload: z.strictObject({
      reasonCode: choice('Why?', {
        PLAN_NEEDED: 'The plan is still necessary',
        WISHES_TO_RETURN: 'The young person wishes to go back to education',
        REVIEW_FIRST: 'A review is needed first',
        NO_GROUND: 'There is no lawful ground',
      }),
      reasons: area('What do we tell the family?').optional(),
    }),
    example: { reasonCode: 'PLAN_NEEDED' },
    roles: officers,
    prominence: 'hoped',
  },
  CERTIFICATE_CHECKED: {
    title: 'Record the answer about a mediation certificate',
    happened: 'Answer about a mediation certificate recorded',
    payload: z.strictObject({
      certificate: choice('What does the mediation adviser say, in writing?', {
        none: 'No certificate was issued',
        issued: 'A certificate was issued',
      }),
      issuedOn: day('If one was issued: its date').optional(),
      evidence: text('Where is the answer kept?').optional(),
    }),
    example: { certificate: 'none' },
    roles: officers,
    prominence: 'hoped',
  },
  APPEAL_WINDOW_ENDED: {
    title: 'Record that the time to appeal has passed',
    happened: 'The time to appeal passed, and the plan ended',
    payload: z.strictObject({
      certificate: choice('Is there a mediation certificate?', {
        none: 'None: confirmed in writing',
      }).optional(),
    }),
    example: { certificate: 'none' },
    roles: ['system', ...officers],
    prominence: 'usual',
  },
  APPEAL_LODGED: {
    title: 'Record an appeal',
    happened: 'Appeal made: the plan stays in force until it is decided',
    payload: z.strictObject({
      registeredAs: text('Tribunal’s number').optional(),
      receivedOn: day('When did the appeal reach the council?').optional(),
    }),
    example: {},
    roles: officers,
    prominence: 'other',
  },
  DIRECTIONS_RECEIVED,
  TRIBUNAL_STEP_TAKEN,
  APPEAL_ALLOWED: {
    title: 'Record that the appeal was allowed',
    happened: 'Appeal allowed: the plan goes on',
    payload: z.strictObject({
      orderMade: day('Date of the order'),
      order: choice('What does the order say?', {
        continue: 'Keep the plan',
        continue_amend: 'Keep the plan and change it',
      }),
    }),
    example: { orderMade: '2027-03-01', order: 'continue' },
    roles: officers,
    prominence: 'usual',
  },
  APPEAL_DISMISSED: {
    title: 'Record that the appeal was not allowed',
    happened: 'Appeal closed, and the plan ended',
    payload: z.strictObject({
      orderMade: day('Date of the order'),
      how: choice('How did it close?', {
        dismissed: 'The Tribunal dismissed it',
        withdrawn: 'The family withdrew it, and the Tribunal agreed',
        struck_out: 'The Tribunal struck it out',
      }),
    }),
    example: { orderMade: '2027-03-01', how: 'dismissed' },
    roles: officers,
    prominence: 'usual',
  },
  ...commonEvents,
} as const satisfies Record<string, EventDefinition>;

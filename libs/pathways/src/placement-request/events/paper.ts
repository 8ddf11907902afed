import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, group, text } from '../../fields';
import { approvedBy } from '../../waiting-again';
import { OPTIONS, optionsTable } from '../options';

const preparers = [
  'placement_officer',
  'ehc_officer',
  'review_officer',
  'panel_coordinator',
  'send_manager',
] as const;

/** What right the family uses when it asks for a school (correction 8). */
const RIGHTS = {
  section_38:
    'A school that can be requested: maintained, academy, college, non-maintained special or section 41',
  independent: 'A wholly independent school',
  none: 'Nothing in particular',
} as const;

const why = 'What was missing or in the way?';

const row = (option: string, rest: object) => ({
  option,
  suitable: false,
  evidence: 'Advice in section F of the plan',
  cost: { education: 1_200_000 },
  ...rest,
});

const EXAMPLE_OPTIONS = [
  row('current_support', { reply: 'no', reason: 'Needs smaller groups all day' }),
  row('mainstream_top_up', { reply: 'no', reason: 'Cannot offer the therapy that is needed' }),
  row('resource_base', { reply: 'no', reason: 'Both bases lack the sensory space' }),
  row('special_local', {
    reply: 'yes',
    suitable: true,
    placeOffered: true,
    startOn: '2027-04-12',
    cost: { education: 2_850_000, transport: 410_000 },
  }),
  row('special_neighbour', { reply: 'no', reason: 'Full, and a journey of 70 minutes' }),
  row('alternative_provision', { reply: 'none', reason: 'Not asked: no specialist teaching' }),
  row('independent_day', {
    reply: 'yes',
    suitable: true,
    placeOffered: true,
    cost: { education: 6_399_500, transport: 850_500 },
  }),
];

export const paperEvents = {
  REQUEST_PREPARED: {
    title: 'Start a placement request',
    happened: 'Placement request started',
    payload: z.strictObject({
      asks: area('Why is another placement looked for?'),
      plan: area('Needs and provision in the plan', 'Sections B and F, in short').optional(),
      planCase: text('Reference of the assessment or review it belongs to').optional(),
      preference: group('What the family asks for', {
        right: choice('What does the family ask for?', RIGHTS),
        option: choice('Kind of school or provision', OPTIONS).optional(),
        setting: text('Name of the school').optional(),
        reason: area('Their reasons').optional(),
      }),
      statutoryDate: day(
        'Date that the law sets for the plan',
        'Leave empty if there is none. The panel never moves it.',
      ).optional(),
      panelOn: day('Date of the panel', 'Leave empty for the next one').optional(),
    }),
    example: {
      asks: 'The school says it can no longer meet the needs',
      preference: {
        right: 'independent',
        option: 'independent_day',
        setting: 'Harrow Beck School',
        reason: 'Small classes and therapy on site',
      },
    },
    roles: preparers,
  },
  SUBMITTED: {
    title: 'Send the paper to the panel',
    happened: 'Paper sent to the panel',
    hint: 'Whoever sends the paper does not decide on it.',
    payload: z.strictObject({
      options: optionsTable,
      recommended: choice('What do you recommend?', OPTIONS),
      why: area('Why?', 'How well each option meets the needs comes first'),
      childView: area('What does the child say?', 'If they gave no view, say how they were asked'),
      familyView: area('What does the family say?', 'If they gave no view, say how you asked'),
      panelOn: day('Date of the panel', 'Leave empty if it has not changed').optional(),
    }),
    example: {
      options: EXAMPLE_OPTIONS,
      recommended: 'special_local',
      why: 'It meets the needs in section F, and a place is free from April',
      childView: 'I want to go where my friends live',
      familyView: 'They would rather have the independent school',
    },
    roles: preparers,
    prominence: 'hoped',
  },
  ITEM_OPENED: {
    title: 'Open the item at the panel',
    happened: 'Discussed at the panel',
    payload: z.strictObject({
      interests: area('Interests that members declared').optional(),
    }),
    example: {},
    exampleFacts: { quorate: true },
    roles: ['panel_chair', 'panel_coordinator', 'send_manager'],
    prominence: 'hoped',
  },
  MEETING_CANCELLED: {
    title: 'Record that the panel will not sit',
    happened: 'Panel did not sit; the request moves to another date',
    payload: z.strictObject({
      reason: area('Why?'),
      newDate: day('New date', 'Leave empty for the next one').optional(),
    }),
    example: { reason: 'Too few members' },
    roles: ['panel_chair', 'panel_coordinator', 'send_manager'],
    prominence: 'other',
  },
  DEFERRED: {
    title: 'Put it off to a later panel',
    happened: 'Put off to a later panel',
    payload: z.strictObject({
      reason: choice('Why?', {
        PAPERS_MISSING: 'Papers are missing',
        PROFESSIONAL_ABSENT: 'Somebody who is needed was not there',
        FAMILY_REQUEST: 'The family asked for it',
        TIME_RAN_OUT: 'Time ran out',
      }),
      what: area(why).optional(),
      newDate: day('New date', 'Leave empty for the next one').optional(),
      approvedBy,
    }),
    example: { reason: 'PAPERS_MISSING' },
    roles: ['panel_chair', 'send_manager'],
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;

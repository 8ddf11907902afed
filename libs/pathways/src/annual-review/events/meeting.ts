import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, choices, day, group, text, whole, yesNo } from '../../fields';
import { officers } from './opening';

const toldBy = text('If somebody told us: who, how, and what shows it?').optional();

const VIEWS = {
  given: 'Given',
  sought: 'Asked for, and not given',
  not_sought: 'Not asked for yet',
} as const;

const views = {
  childView: choice('Views of the child or young person', VIEWS),
  childSaid: area('What did they say, or why is there no answer?').optional(),
  familyView: choice('Views of the family', VIEWS),
  familySaid: area('What did the family say?').optional(),
  representative: text(
    'If the young person cannot decide for themselves: who speaks for them, and what shows it?',
  ).optional(),
};

const schoolAgrees = yesNo(
  'If the school is closed that day: has it agreed to meet?',
  'A training day, for example',
).optional();

export const meetingEvents = {
  MEETING_ARRANGED: {
    title: 'Record the date of the review meeting',
    verb: 'Set the meeting date',
    happened: 'Review meeting arranged; family and others invited',
    payload: z.strictObject({
      meetingOn: day('Date of the meeting', 'Everybody must have at least two weeks’ notice'),
      place: text('Where is it?').optional(),
      schoolAgrees,
      toldBy,
    }),
    example: { meetingOn: '2026-11-03' },
    exampleFacts: { schoolDay: true },
    roles: officers,
    prominence: 'hoped',
  },
  MEETING_MOVED: {
    title: 'Move the review meeting',
    happened: 'Review meeting moved; everybody told',
    payload: z.strictObject({
      meetingOn: day('New date of the meeting'),
      why: text('Why is it moved?').optional(),
      everybodyAgrees: yesNo('If it is less than two weeks away: does everybody agree?').optional(),
      schoolAgrees,
    }),
    example: { meetingOn: '2026-11-10', everybodyAgrees: true },
    exampleFacts: { schoolDay: true },
    roles: officers,
    prominence: 'other',
  },
  MEETING_NOT_HELD: {
    title: 'Record that the meeting was not held',
    happened: 'Review meeting was not held',
    payload: z.strictObject({
      reason: choice('Why not?', {
        school: 'The school did not hold it',
        family: 'The family could not come',
        papers: 'Advice was missing',
        council: 'The council could not come',
        closed: 'The building was closed',
        other: 'Something else',
      }),
      note: area('Note').optional(),
    }),
    example: { reason: 'family' },
    roles: officers,
    prominence: 'other',
  },
  PAPERS_CIRCULATED: {
    title: 'Record that the papers have gone out',
    happened: 'Advice sent to everybody invited',
    payload: z.strictObject({
      advice: choices('What went out?', {
        school: 'Advice of the school or college',
        health: 'Health advice',
        social_care: 'Social care advice',
        child: 'Views of the child or young person',
        family: 'Views of the family',
        other: 'Other advice',
      }),
      missing: text('What is still missing?').optional(),
      toldBy,
    }),
    example: { advice: ['school', 'health', 'child', 'family'] },
    roles: officers,
    prominence: 'usual',
  },
  MEETING_HELD: {
    title: 'Record that the review meeting was held',
    verb: 'Meeting was held',
    happened: 'Review meeting held',
    hint: 'The date you give starts four weeks for the decision.',
    payload: z.strictObject({
      ...views,
      present: text('Who was there?', 'Roles are enough').optional(),
      councilThere: yesNo('Was an officer of the council there?').optional(),
      toldBy,
    }),
    example: { childView: 'given', familyView: 'given' },
    roles: officers,
    prominence: 'hoped',
  },
  VIEWS_SOUGHT: {
    title: 'Record the views of child and family',
    happened: 'Views of child and family recorded',
    payload: z.strictObject(views),
    example: { childView: 'sought', familyView: 'given' },
    roles: officers,
    prominence: 'usual',
  },
  REPORT_RECEIVED: {
    title: 'Record the report of the meeting',
    verb: 'Report has arrived',
    happened: 'Report of the meeting arrived',
    payload: z.strictObject({
      recommends: choice('What does it recommend?', {
        keep: 'Keep the plan as it is',
        amend: 'Change the plan',
        cease: 'End the plan',
        none: 'It does not say',
      }).optional(),
      toldBy,
    }),
    example: { recommends: 'amend' },
    roles: officers,
    prominence: 'hoped',
  },
  REPORT_CHASED: {
    title: 'Ask the school for its report',
    verb: 'Ask for the report',
    happened: 'School asked for its report',
    payload: z.strictObject({ spokeWith: text('Whom did you speak or write to?').optional() }),
    example: {},
    roles: officers,
    prominence: 'usual',
  },
  DECIDED_WITHOUT_REPORT: {
    title: 'Go on without the report',
    happened: 'Review goes on without the school’s report',
    hint: 'The four weeks do not wait for the school.',
    payload: z.strictObject({
      basis: area('What does the decision rest on instead?', 'Notes of the meeting, for example'),
    }),
    example: { basis: 'An officer was there, and the notes of the meeting are on file' },
    roles: officers,
    prominence: 'other',
  },
  QUALITY_CHECKED: {
    title: 'Check the quality of the review',
    happened: 'Quality of the review checked',
    payload: z.strictObject({
      outcomes: choice('Was each outcome looked at: met, part met, not met, no longer needed?', {
        all: 'Each one',
        some: 'Some',
        none: 'None',
      }),
      provision: yesNo('Has the child had the help in section F?'),
      provisionGap: area('If not: what was missing, and why?').optional(),
      adulthood: yesNo('From Year 9: does it prepare for adulthood?').optional(),
      y6Nomination: yesNo('In Year 6: was Year 6 support thought about?').optional(),
      details: group('Is it there?', {
        preference: yesNo('The family’s choice of next school or college'),
        advice: yesNo('Health and care advice'),
        attendance: yesNo('Attendance'),
        money: yesNo('Cost of the help'),
        transition: yesNo('A plan for the move'),
      }).optional(),
      grade: whole('Grade', 1, 4, '1 is best'),
    }),
    example: { outcomes: 'all', provision: true, grade: 2 },
    roles: officers,
    prominence: 'usual',
  },
} as const satisfies Record<string, EventDefinition>;

import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, choices, day, rows, text, yesNo } from '../../fields';
import { WORKERS } from '../../regions';
import { ADVISERS, CHANNELS, decider, decision, officers, SOURCES } from './fields';

/** From the request to the decision whether to assess. */
export const requestEvents = {
  REQUEST_RECEIVED: {
    title: 'Open an EHC needs assessment request',
    happened: 'Request received',
    hint: 'The clock starts on the day the request reached the council, even on a Sunday.',
    payload: z.strictObject({
      source: choice('Who asked?', SOURCES),
      channel: choice('How did it come?', CHANNELS),
      requester: text('Name of the person who asked').optional(),
      note: area('What do they ask for, in their words?').optional(),
      kind: choice(
        'First assessment or reassessment?',
        { first: 'First assessment', reassessment: 'Reassessment of a child who has a plan' },
        'Leave empty for a first assessment. A reassessment has dates of its own.',
      ).optional(),
      rya: yesNo(
        'Is the young person in youth custody or other youth detention?',
        'The return calls it relevant youth accommodation',
      ).optional(),
      lastAssessedOn: day(
        'If it is a reassessment: when did the last one end?',
        'The council may decline for this reason alone only within six months of it.',
      ).optional(),
    }),
    example: { source: 'parent', channel: 'email' },
    roles: [...WORKERS],
  },
  PANEL_LISTED: {
    title: 'Put it on the decision panel’s list',
    happened: 'On the decision panel’s list',
    payload: z.strictObject({ panelOn: day('Date of the panel').optional() }),
    example: {},
    roles: [...officers, 'panel_coordinator'],
    prominence: 'hoped',
  },
  AGREED_TO_ASSESS: {
    title: 'Agree to assess',
    happened: 'Agreed to assess; family told and advice asked for',
    payload: z.strictObject({
      advisers: choices('Whose advice is asked for?', ADVISERS),
      adviceAskedOn: day(
        'When does the request reach them?',
        'Leave empty if it is the same day',
      ).optional(),
      reachedOn: rows(
        'If it reaches some of them on another day',
        { adviser: choice('Who?', ADVISERS), on: day('Day it reaches them') },
        { min: 0, max: 9, each: 'Adviser', shown: 1 },
      ).optional(),
      panelAdvised: decision.panelAdvised,
      withoutPanelReason: decision.withoutPanelReason,
    }),
    example: { advisers: ['parent', 'school', 'ep', 'health', 'social_care'] },
    roles: decider,
    prominence: 'hoped',
  },
  REFUSED_TO_ASSESS: {
    title: 'Decide not to assess',
    happened: 'Decided not to assess; family told',
    payload: z.strictObject(decision),
    example: { reasons: 'The school’s support is meeting the needs and progress is good' },
    roles: decider,
    prominence: 'other',
  },
  REQUEST_WITHDRAWN: {
    title: 'Record that the request was withdrawn',
    happened: 'Request withdrawn',
    payload: z.strictObject({ by: choice('By whom?', SOURCES), reason: area('Why?').optional() }),
    example: { by: 'parent' },
    roles: officers,
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;

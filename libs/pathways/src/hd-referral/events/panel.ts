import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, school, text, whole, yesNo } from '../../fields';
import { decidedAlone } from '../../panel-gate';
import { WORKERS } from '../../regions';
import { approvedBy } from '../../waiting-again';

const CHAIRS = ['panel_chair', 'send_manager'] as const;
const COORDINATORS = ['panel_coordinator', ...CHAIRS] as const;

const NOT_SUITABLE = {
  NEED_NOT_SEMH: 'The main need is another one',
  RISK_UNMANAGEABLE: 'The risk cannot be managed there',
  HOME_SCHOOL_REFUSED: 'The home school does not take part',
  TRANSPORT: 'There is no way to travel',
  NOT_ELIGIBLE: 'Another reason',
} as const;
const SKIPPED = {
  MATCH_CONFLICT: 'Would not fit with the children there now',
  GROUP_SIZE: 'Too many children of that year',
  RISK_MIX: 'Too much risk in the group',
  STAFFING: 'Not enough staff for these needs',
} as const;
const DECLINED = {
  FAMILY_DECLINED: 'The family said no',
  CONSENT_REFUSED: 'There is no agreement',
  HOME_SCHOOL_REFUSED: 'The home school does not sign',
  TRANSPORT: 'There is no way to travel',
} as const;

const matchOk = yesNo(
  'Does the child fit with the group?',
  'Look at peers to avoid, group size by year, the mix of risks and staffing',
);

export const panelEvents = {
  PANEL_OFFER: {
    title: 'Offer a place',
    happened: 'Place offered',
    payload: z.strictObject({
      unitUrn: school('Which unit?').optional(),
      matchOk,
      visitOn: day('When can the family visit?').optional(),
      reasons: area('Reasons').optional(),
      ...decidedAlone,
    }),
    example: { unitUrn: '199020', matchOk: true },
    exampleFacts: { placeVacant: true },
    roles: CHAIRS,
    prominence: 'hoped',
  },
  PANEL_WAITLIST: {
    title: 'Put on the waiting list',
    happened: 'On the waiting list',
    payload: z.strictObject({
      unitUrn: school('For which unit?').optional(),
      matchOk: matchOk.optional(),
      reasons: area('Reasons').optional(),
      ...decidedAlone,
    }),
    example: { unitUrn: '199020', matchOk: true },
    exampleFacts: { placeVacant: false },
    roles: CHAIRS,
    prominence: 'other',
  },
  PANEL_NOT_SUITABLE: {
    title: 'Decide that a unit place is not right',
    happened: 'Panel: a unit place is not right',
    payload: z.strictObject({
      reasonCode: choice('Why?', NOT_SUITABLE).optional(),
      reason: area('Reason', 'The school and the family will read this'),
      ...decidedAlone,
    }),
    example: { reason: 'The risk cannot be managed in a group', reasonCode: 'RISK_UNMANAGEABLE' },
    roles: CHAIRS,
    prominence: 'other',
  },
  PANEL_DEFERRED: {
    title: 'Put it off to a later panel',
    happened: 'Put off to a later panel',
    payload: z.strictObject({
      reason: area('Why?'),
      panelOn: day('Date of that panel', 'Leave empty if it is not set yet').optional(),
      approvedBy,
    }),
    example: { reason: 'The risk assessment is not finished' },
    roles: CHAIRS,
    prominence: 'other',
  },
  PLACE_VACATED: {
    title: 'Offer the free place',
    happened: 'Free place offered',
    payload: z.strictObject({
      unitUrn: school(
        'In which unit?',
        'Leave empty for the unit on whose list the child is',
      ).optional(),
      matchOk,
    }),
    example: { matchOk: true },
    exampleFacts: { placeVacant: true, topOfList: true },
    roles: ['panel_chair', 'send_manager', 'panel_coordinator'],
    prominence: 'hoped',
  },
  PLACE_SKIPPED: {
    title: 'Leave this child out for the free place',
    happened: 'Left out for a free place; keeps the rank',
    hint: 'The place goes to the next child. This child stays where they are on the list.',
    payload: z.strictObject({
      reasonCode: choice('Why?', SKIPPED),
      note: area('Note', 'Name no other child').optional(),
    }),
    example: { reasonCode: 'MATCH_CONFLICT' },
    roles: COORDINATORS,
    prominence: 'other',
  },
  WAITLIST_REVIEWED: {
    title: 'Keep on the waiting list',
    happened: 'Waiting list reviewed: stays on it',
    payload: z.strictObject({
      tatsPriority: whole('Priority at the Team Around the School', 0, 100).optional(),
      note: area('Note').optional(),
    }),
    example: {},
    roles: COORDINATORS,
    prominence: 'usual',
  },
  WAITLIST_REVIEW_REMOVE: {
    title: 'Take off the waiting list',
    happened: 'Taken off the waiting list',
    payload: z.strictObject({ reason: area('Reason', 'The school and the family will read this') }),
    example: { reason: 'Settled at the home school' },
    roles: CHAIRS,
    prominence: 'other',
  },
  OFFER_ACCEPTED: {
    title: 'Record that the offer is accepted',
    happened: 'Offer accepted',
    payload: z.strictObject({
      homeSchoolSigns: yesNo(
        'Has the home school signed?',
        'It keeps the child on roll, comes to reviews and takes the child back',
      ),
      chairWaives: yesNo(
        'If not: does the chair go on without?',
        'Only where the home school has permanently excluded the child',
      ).optional(),
      hostSigns: yesNo('Has the host school signed?'),
      accepter: text('Who accepted for the family?').optional(),
    }),
    example: { homeSchoolSigns: true, hostSigns: true },
    roles: [...WORKERS, 'panel_chair'],
    prominence: 'hoped',
  },
  OFFER_DECLINED: {
    title: 'Record that the offer is declined',
    happened: 'Offer declined; the place is free again',
    payload: z.strictObject({
      reasonCode: choice('Why?', DECLINED).optional(),
      said: area('What did they say?').optional(),
    }),
    example: { reasonCode: 'FAMILY_DECLINED' },
    roles: [...WORKERS, 'panel_chair'],
    prominence: 'other',
  },
  OFFER_EXPIRED: {
    title: 'Record that no answer to the offer came',
    happened: 'No answer to the offer came in time',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...COORDINATORS],
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;

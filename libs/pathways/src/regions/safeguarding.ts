import { z } from 'zod';
import { type ClockRule } from '../clock-rule';
import { type EventDefinition } from '../event';
import { area, choice, text } from '../fields';
import { type Guard } from '../pathway';
import { mayDo } from '../building-blocks';
import { WORKERS } from './people-who-act';

export const safeguardingEvents = {
  SAFEGUARDING_FLAGGED: {
    title: 'Flag a safeguarding concern',
    happened: 'Safeguarding concern flagged',
    hint: 'This records that you have a concern. It is not the referral: tell children’s social care first.',
    payload: z.strictObject({
      category: choice('What kind of concern?', {
        neglect: 'Neglect',
        physical: 'Physical',
        emotional: 'Emotional',
        sexual: 'Sexual',
        exploitation: 'Exploitation',
        other: 'Other',
      }),
      referralReference: text('Reference of the referral to social care').optional(),
    }),
    example: { category: 'other' },
    roles: WORKERS,
    prominence: 'rare',
  },
  SAFEGUARDING_STEPPED_DOWN: {
    title: 'Step the safeguarding flag down',
    happened: 'Safeguarding flag stepped down',
    payload: z.strictObject({ reason: area('Why is it safe to step down?') }),
    example: { reason: 'Social care closed its enquiry' },
    roles: ['send_manager'],
    prominence: 'rare',
  },
  RECORD_RESTRICTED: {
    title: 'Restrict the record',
    happened: 'Record restricted',
    payload: z.strictObject({ reason: area('Why must the record be restricted?') }),
    example: { reason: 'Address must stay hidden' },
    roles: ['send_manager'],
    prominence: 'rare',
  },
  RECORD_UNRESTRICTED: {
    title: 'Lift the restriction',
    happened: 'Restriction lifted',
    payload: z.strictObject({ reason: area('Why can the restriction be lifted?') }),
    example: { reason: 'Reviewed and no longer needed' },
    roles: ['send_manager'],
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;

export const safeguardingGuards = {
  mayStepDown: mayDo(
    'sg.stepdown',
    'Only a SEND manager may step a safeguarding flag down',
    'A SEND manager',
  ),
  mayRestrict: mayDo(
    'record.restrict',
    'Only a SEND manager may restrict a record or lift a restriction',
    'A SEND manager',
  ),
} satisfies Record<string, Guard>;

const restrict = {
  RECORD_RESTRICTED: { guard: 'mayRestrict', target: 'restricted', actions: 'restrictRecord' },
} as const;

/** Concerns and restricted records (handbook 2.3). Family messages pause; statutory ones go to a named officer (correction 5). */
export const safeguardingRegion = {
  initial: 'clear',
  states: {
    clear: { on: { SAFEGUARDING_FLAGGED: 'flagged', ...restrict } },
    flagged: {
      entry: { type: 'send', params: { notice: 'N-30', to: ['dsl', 'manager'] } },
      on: { SAFEGUARDING_STEPPED_DOWN: { guard: 'mayStepDown', target: 'clear' }, ...restrict },
    },
    restricted: {
      on: {
        RECORD_UNRESTRICTED: { guard: 'mayRestrict', target: 'clear', actions: 'restrictRecord' },
      },
    },
  },
} as const;

export const safeguardingClocks: readonly ClockRule[] = [
  {
    code: 'sg_followup',
    basis: 'local',
    source: 'Local aim: next working day',
    label: 'Is the referral’s reference recorded?',
    ask: 'Record the reference of the safeguarding referral',
    because: 'A concern was flagged.',
    starts: [{ enters: ['safeguarding.flagged'] }],
    limit: { unit: 'WD', n: 1, roll: true },
    metBy: ['SAFEGUARDING_STEPPED_DOWN'],
    within: ['safeguarding.flagged'],
    effective: { from: '2014-09-01' },
  },
  {
    code: 'restrict_review',
    basis: 'local',
    source: 'Local aim: 13 weeks',
    label: 'Review the restriction',
    ask: 'Review whether the record must stay restricted',
    because: 'Restrictions are reviewed from time to time.',
    doneBy: 'RECORD_UNRESTRICTED',
    starts: [{ enters: ['safeguarding.restricted'] }],
    limit: { unit: 'CW', n: 13 },
    metBy: ['RECORD_UNRESTRICTED'],
    within: ['safeguarding.restricted'],
    effective: { from: '2014-09-01' },
  },
];

export const safeguardingStates = {
  clear: 'No safeguarding flag',
  flagged: 'Safeguarding concern flagged',
  restricted: 'Restricted record',
} as const;

import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, officer, text } from '../../fields';
import { decidedAlone } from '../../panel-gate';
import { ROUTES } from '../routes';
import { advice, panel, reasons, someAdvice } from './fields';
import { approvedBy } from '../../waiting-again';

export const panelEvents = {
  PANEL_ALLOCATED: {
    title: 'Panel allocates the case',
    happened: 'Panel agreed to help',
    payload: z.strictObject({
      sasoId: officer('School attendance support officer').optional(),
      aepId: officer('Assistant educational psychologist').optional(),
      interimPlan: area('What will the school do until a worker starts?').optional(),
      meetingId: text('Which meeting?').optional(),
      ...decidedAlone,
    }),
    example: { interimPlan: 'One adult at the gate; work sent home' },
    exampleFacts: { capacity: true },
    roles: panel,
    prominence: 'hoped',
  },
  PANEL_ADVICE: {
    title: 'Panel gives advice',
    happened: 'Panel gave advice',
    payload: z.strictObject({ reasons, advice, ...decidedAlone }),
    example: { reasons: 'The school can carry the plan', advice: someAdvice },
    roles: panel,
    prominence: 'other',
  },
  PANEL_OTHER_ROUTE: {
    title: 'Panel chooses another route',
    happened: 'Panel chose another route',
    payload: z.strictObject({
      route: choice('Which route?', ROUTES),
      reasons,
      onwardRoute: text('Who will help, in words for the family'),
      ...decidedAlone,
    }),
    example: {
      route: 'tats',
      reasons: 'The school needs help with several children',
      onwardRoute: 'Team Around the School',
    },
    roles: panel,
    prominence: 'other',
  },
  PANEL_DEFERRED: {
    title: 'Panel puts it off',
    happened: 'Put off to a later panel',
    payload: z.strictObject({
      reasons,
      newDate: day('Date of the next panel', 'Leave empty for the next weekly one').optional(),
      approvedBy,
    }),
    example: { reasons: 'The health view comes next week' },
    roles: panel,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;

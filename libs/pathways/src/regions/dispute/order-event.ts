import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { choice, day } from '../../fields';
import { type Role } from '../../role';

/** A plan must be changed: ordered by the Tribunal, agreed in mediation, or not opposed. */
export const amendmentOrdered = (officers: readonly Role[]) =>
  ({
    PLAN_AMENDMENT_ORDERED: {
      title: 'Record an order to amend the plan',
      happened: 'Tribunal ordered changes to the plan',
      payload: z.strictObject({
        orderMade: day('Date of the order'),
        order: choice(
          'What must change?',
          { content: 'What the plan says', school_name: 'Only the school or type of school' },
          'Leave empty for what the plan says',
        ).optional(),
        by: choice(
          'How did it come about?',
          {
            order: 'The Tribunal ordered it',
            mediation: 'Agreed in mediation',
            unopposed: 'We do not oppose the appeal',
          },
          'Leave empty for an order',
        ).optional(),
      }),
      example: { orderMade: '2026-11-02' },
      roles: officers,
      prominence: 'other',
    },
  }) as const satisfies Record<string, EventDefinition>;

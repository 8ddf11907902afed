import { all } from '../../building-blocks';

/** What was agreed is carried out, and health bodies and the council tell each other, also after the mediation. */
const afterwards = {
  AGREEMENT_CARRIED_OUT: { guard: 'agreementOpen', actions: 'forgetAgreement' },
  HEALTH_BODY_TOLD: {},
} as const;

/**
 * Mediation and appeal, each with its own diary. `settledBy` are the steps of the work that settle the dispute as well,
 * `orders` those of the Tribunal alone. What it recommends on health and social care is answered whatever became of the rest.
 */
export const disputeRegion = <const Settled extends object, const Orders extends object>(
  settledBy: Settled,
  orders: Orders,
) =>
  ({
    initial: 'none',
    on: { RECOMMENDATION_RECEIVED: {}, RECOMMENDATION_ANSWERED: {} },
    states: {
      none: {
        on: {
          ...afterwards,
          MEDIATION_REQUESTED: 'mediation',
          MEDIATION_NOT_PURSUED: { guard: 'canBeChallenged' },
          MEDIATION_CERTIFICATE_ISSUED: { guard: all('canBeChallenged', 'certificateNotAhead') },
          MEDIATION_TIME_ENDED: {},
          APPEAL_LODGED: 'appeal',
        },
      },
      mediation: {
        on: {
          ...afterwards,
          ...settledBy,
          DISPUTE_CLOSED: 'none',
          MEDIATION_ARRANGED: {},
          MEDIATION_DATE_TOLD: {},
          MEDIATION_HELD: { actions: 'keepAgreement' },
          MEDIATION_NOT_PURSUED: { target: 'none' },
          MEDIATION_CERTIFICATE_ISSUED: { guard: 'certificateNotAhead' },
          APPEAL_LODGED: 'appeal',
        },
      },
      appeal: {
        on: {
          ...settledBy,
          ...orders,
          DISPUTE_CLOSED: 'none',
          DIRECTIONS_RECEIVED: {},
          TRIBUNAL_STEP_TAKEN: {},
        },
      },
    },
  }) as const;

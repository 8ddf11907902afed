import { all } from '../building-blocks';

/** What was agreed is carried out, and health bodies and the council tell each other, also after the mediation. */
const afterwards = {
  AGREEMENT_CARRIED_OUT: { guard: 'agreementOpen', actions: 'forgetAgreement' },
  HEALTH_BODY_TOLD: {},
} as const;

/** A step of the work that settles the dispute as well. */
const settledBy = {
  ASSESSMENT_CONCEDED: { guard: 'assessmentRefused', target: 'none' },
  PLAN_CONCEDED: { guard: 'planRefused', target: 'none' },
  PLAN_AMENDMENT_ORDERED: { guard: 'planStands', target: 'none' },
  DISPUTE_CLOSED: 'none',
} as const;

/** Mediation and appeal, each with its own diary. */
export const disputeRegion = {
  initial: 'none',
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
        DIRECTIONS_RECEIVED: {},
        TRIBUNAL_STEP_TAKEN: {},
        ASSESSMENT_ORDERED: { guard: 'assessmentRefused', target: 'none' },
        PLAN_ORDERED: { guard: 'planRefused', target: 'none' },
      },
    },
  },
} as const;

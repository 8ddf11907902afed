import { type Recipient } from '../instruction';

const sent = {
  guard: 'consultingStage',
  actions: [
    'openLines',
    { type: 'send', params: { notice: 'N-63', to: ['settings'] as Recipient[] } },
  ],
} as const;
const reissued = { guard: 'materialChange', target: 'none' } as const;

/** One line for each setting that is asked. */
export const consultationRegion = {
  initial: 'none',
  states: {
    none: { on: { CONSULTATION_SENT: { ...sent, target: 'open' } } },
    open: {
      on: {
        CONSULTATION_SENT: sent,
        CONSULTATION_REPLY: { guard: 'consultedSetting', actions: 'closeLine' },
        CONSULTATIONS_COMPLETE: { guard: 'linesSettled', target: 'complete' },
        DRAFT_REISSUED: reissued,
      },
    },
    complete: {
      on: { CONSULTATION_SENT: { ...sent, target: 'open' }, DRAFT_REISSUED: reissued },
    },
  },
} as const;

import { type JourneyStep } from '../support/given';

/** A pathway walked from end to end, as most cases are; the first step opens the case. */
export interface OrdinaryWork {
  readonly pathway: string;
  /** Events that begin a new leg: they start four to seven clocks, claim a place or write to everybody, in the same commit. */
  readonly startsLeg: readonly string[];
  readonly steps: (workerId: string) => readonly [JourneyStep, ...JourneyStep[]];
}

/** What officers record day by day on both pathways. */
export const ordinaryWork: readonly OrdinaryWork[] = [
  {
    pathway: 'y6_transition',
    startsLeg: ['PANEL_ACCEPTED', 'ALLOCATED', 'BASELINE_COMPLETED', 'HANDOVER_HELD'],
    steps: (workerId) => [
      ['2025-11-17', 'NOMINATION_SUBMITTED'],
      ['2025-11-24', 'SCREENING_STARTED'],
      ['2025-11-28', 'SCORE_CONFIRMED'],
      ['2025-12-10', 'PANEL_ACCEPTED'],
      ['2025-12-11', 'CONSENT_REQUESTED'],
      ['2025-12-16', 'CONSENT_GIVEN'],
      ['2025-12-17', 'ALLOCATED', { workerId }],
      ['2026-01-07', 'AGREEMENT_CONFIRMED'],
      ['2026-01-26', 'BASELINE_COMPLETED'],
      ['2026-01-27', 'VISIT_LOGGED'],
      ['2026-01-29', 'VISIT_LOGGED'],
      ['2026-02-02', 'ATTENDANCE_LOADED'],
      ['2026-03-02', 'DESTINATION_OFFERED'],
      ['2026-03-03', 'DESTINATION_CONFIRMED'],
      ['2026-03-04', 'VISIT_LOGGED'],
      ['2026-06-15', 'HANDOVER_HELD'],
    ],
  },
  {
    pathway: 'ehc_needs_assessment',
    startsLeg: ['ALLOCATED', 'AGREED_TO_ASSESS', 'AGREED_TO_ISSUE', 'DRAFT_ISSUED', 'FINAL_ISSUED'],
    steps: (workerId) => [
      ['2026-01-05', 'REQUEST_RECEIVED'],
      ['2026-01-12', 'ALLOCATED', { workerId }],
      ['2026-01-26', 'PANEL_LISTED'],
      [
        '2026-01-26',
        'AGREED_TO_ASSESS',
        { advisers: ['parent', 'school', 'ep', 'health', 'social_care'] },
      ],
      ['2026-02-09', 'ADVICE_CHASED', { adviser: 'school' }],
      ['2026-02-10', 'ADVICE_RECEIVED', { adviser: 'school' }],
      ['2026-02-11', 'ADVICE_RECEIVED', { adviser: 'ep' }],
      ['2026-02-12', 'ADVICE_RECEIVED', { adviser: 'health' }],
      ['2026-02-13', 'ADVICE_RECEIVED', { adviser: 'social_care' }],
      ['2026-02-13', 'ADVICE_RECEIVED', { adviser: 'parent' }],
      ['2026-03-02', 'ADVICE_COMPLETE'],
      ['2026-03-04', 'AGREED_TO_ISSUE'],
      ['2026-03-30', 'DRAFT_ISSUED'],
      ['2026-04-13', 'CONSULTATION_SENT', { settings: ['199020'] }],
      ['2026-04-20', 'CONSULTATION_REPLY', { setting: '199020' }],
      ['2026-04-21', 'CONSULTATIONS_COMPLETE'],
      ['2026-04-22', 'REPRESENTATIONS_RECEIVED'],
      ['2026-05-05', 'FINAL_ISSUED'],
    ],
  },
];

import { type CohortChild, type RunningClock } from './cohort-child';

/**
 * Days that are only announced, and dates of what goes on beside the step: who holds the case has its own view,
 * agreement and sharing have their own tasks.
 */
const NOT_A_STEP = [
  'summer_start',
  'autumn_start',
  'alloc_sla',
  'realloc_sla',
  'cover_end',
  'consent_reminder',
  'consent_timeout',
  'consent_renewal',
  'basis_review',
  'sg_followup',
  'restrict_review',
];

const WORDS: Readonly<Record<string, string>> = {
  screen_sla: 'Screening to start',
  evidence_chase: 'Score due',
  moderation_date: 'Moderation panel',
  waitlist_close: 'Waiting list closes',
  baseline_sla: 'Baseline due',
  visit_gap: 'Visit due',
  handover_due: 'Hand-over meeting due',
  dest_chase: 'Secondary school to find out',
  appeal_check: 'Ask how the appeal stands',
  ci1: 'First check-in due',
  ci2: 'Second check-in due',
  ci3: 'Third check-in due',
  ci4: 'Fourth check-in due',
  exit_due: 'Exit review due',
  exit_sla: 'Exit decision due',
  cme_check: 'Missing education check',
  fu1: 'Spring follow-up due',
  fu2: 'Summer follow-up due',
};

/** The next step of a case that has a date; undefined when nothing runs. */
export function nextClock({ clocks }: Pick<CohortChild, 'clocks'>): RunningClock | undefined {
  return clocks.find(({ code }) => !NOT_A_STEP.includes(code));
}

/** What happens on that date, as the second line of its cell: 'First ask ends'. */
export function clockLine({ code, occurrence }: RunningClock): string {
  if (code === 'accept_timeout') return occurrence > 1 ? 'Second ask ends' : 'First ask ends';
  return WORDS[code] ?? 'Next step due';
}

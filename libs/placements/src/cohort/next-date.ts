import { type CohortChild, type RunningClock } from './cohort-child';

/** Days that are only announced, and the renewal a year away: no step of ours. */
const NOT_A_STEP = ['summer_start', 'autumn_start', 'consent_renewal', 'consent_timeout', 'restrict_review'];

const WORDS: Readonly<Record<string, string>> = {
  screen_sla: 'Screening to start',
  evidence_chase: 'Score due',
  moderation_date: 'Moderation panel',
  waitlist_close: 'Waiting list closes',
  baseline_sla: 'Baseline due',
  visit_gap: 'Visit due',
  handover_due: 'Hand-over meeting due',
  alloc_sla: 'Worker due',
  realloc_sla: 'New worker due',
  cover_end: 'Cover ends',
  consent_reminder: 'Reminder to the family due',
  basis_review: 'Review of the basis for sharing',
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
  sg_followup: 'Safeguarding reference due',
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

/** What a case weighs in units of work: an assessment is 1. Numbers of the council's own; they move no date. */
const UNITS = { assessment: 1, draft: 1.5, appeal: 2, review: 0.15, phaseTransfer: 0.4 } as const;

/** So many units are a full caseload: about 200 plans. */
export const FULL_CASELOAD = 35;

const DRAFTING = ['drafting', 'draft_issued', 'finalising'];

/** What decides how much work a case is. */
export interface Weighed {
  readonly pathway: string;
  readonly stage: string;
  readonly dispute: string | null;
  readonly isPhaseTransfer: boolean;
  /** The weight that was said when the case was given to its worker. */
  readonly given: number | null;
}

/** The units of one case; on pathways of support they are what was said when it was given to its worker. */
export function unitsOf({ pathway, stage, dispute, isPhaseTransfer, given }: Weighed): number {
  if (dispute === 'appeal') return UNITS.appeal;
  if (pathway === 'ehc_needs_assessment')
    return DRAFTING.includes(stage) ? UNITS.draft : UNITS.assessment;
  if (pathway === 'annual_review') return isPhaseTransfer ? UNITS.phaseTransfer : UNITS.review;
  return given ?? 1;
}

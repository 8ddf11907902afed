import { ehcPolicy } from '@app/pathways';

/** The pathway of the 20-week board. */
export const ASSESSMENT = 'ehc_needs_assessment';

/** Stages of the 20 weeks: a case in one of them is an open assessment. */
export const OPEN_STAGES: readonly string[] = ehcPolicy.legs.flatMap(({ states }) => [...states]);

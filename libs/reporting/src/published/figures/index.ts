import { ASSESSMENT_FIGURES, REQUEST_FIGURES, TIMELINESS_FIGURES } from './assessment-figures';
import {
  CASELOAD_FIGURES,
  CEASED_FIGURES,
  NEED_FIGURES,
  NEW_NEED_FIGURES,
  NEW_PLAN_FIGURES,
} from './plan-figures';
import { REVIEW_FIGURES } from './review-figures';

/** Every published figure that is computed here, in the order of the release. */
export const FIGURES = [
  ...REQUEST_FIGURES,
  ...ASSESSMENT_FIGURES,
  ...TIMELINESS_FIGURES,
  ...NEW_PLAN_FIGURES,
  ...NEW_NEED_FIGURES,
  ...CASELOAD_FIGURES,
  ...NEED_FIGURES,
  ...REVIEW_FIGURES,
  ...CEASED_FIGURES,
];

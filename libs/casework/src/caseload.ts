import { pathwayNamed, settingIn } from '@app/pathways';
import { settingOf } from './policy/policy-sql';

/** What an officer's own limit stands for when they work full time; every pathway says what such a post carries. */
export const WHOLE_POST = 12;

/** What a whole post may carry of a pathway, as a case began under; the same as the officer's own limit where nothing is set. */
export function wholePost(pathway: string, context: object): number {
  const known = pathwayNamed(pathway);
  return known.caseload ? settingIn(known, known.caseload, context) : WHOLE_POST;
}

const IN_STEP_DOWN = settingOf('o', 'caseload.stepDown', 0.2);

/** The weights that an officer may hold of one pathway, as SQL; `whole` is what a whole post may. */
export const mostCarried = (officer: string, whole: string) =>
  `(${officer}.caseload_max * ${whole}::numeric / ${WHOLE_POST})`;

/**
 * What an officer carries on one pathway, as SQL: usually 1.5 for an intensive case, 1 for a targeted one, 0.5 for an
 * indirect one; 0.2 in step-down, nothing once settled (handbook 4.7 and 5.7). `except` is a case that is left out.
 */
export const carriedBy = (officer: string, pathway: string, except = 'NULL') => `
  (SELECT coalesce(sum(CASE o.stage WHEN 'monitoring' THEN 0 WHEN 'step_down' THEN ${IN_STEP_DOWN} ELSE coalesce((
      SELECT coalesce((o.state #> '{context,policy,numbers}' ->> ('weight.' || (e.payload->>'weight')))::numeric, (e.payload->>'weight')::numeric) FROM effective_event e
      WHERE e.case_id = o.id AND e.type = 'ALLOCATED' ORDER BY e.version DESC LIMIT 1), 1) END), 0)
   FROM send_case o
   WHERE o.owner_id = ${officer} AND o.open AND o.pathway = ${pathway} AND o.id IS DISTINCT FROM ${except}::uuid)`;

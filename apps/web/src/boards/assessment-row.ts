import { ehcPolicy } from '@app/pathways';
import { type LegKey, type OpenAssessment } from '@app/reporting';
import { shortDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** One open assessment in words: the same on the board, in its list and in its file. */
export interface AssessmentWords {
  readonly reference: string;
  readonly name: string;
  readonly href: string;
  readonly school: string;
  readonly officer: string;
  readonly clock: string;
  readonly leg: string;
  readonly held: string;
  readonly due: string;
  readonly state: { readonly kind: string; readonly text: string } | undefined;
}

/** Tables have room for two words. */
const SHORT_LEGS: Readonly<Record<LegKey, string>> = {
  decide_assess: 'Decide to assess',
  advice: 'Gather advice',
  decide_plan: 'Decide on a plan',
  draft: 'Draft the plan',
  final: 'Final plan',
};

/** Puts an assessment into words. */
export function assessmentRow(it: OpenAssessment): AssessmentWords {
  return {
    reference: it.reference,
    name: it.name,
    href: paths.case(it.reference),
    school: it.schoolName ?? 'no school',
    officer: it.ownerName ?? 'No officer',
    clock: `Week ${it.week}, day ${it.day}`,
    leg: SHORT_LEGS[it.leg],
    held: it.held,
    due: it.dueOn ? shortDay(it.dueOn) : 'Set by the Tribunal’s order',
    state: it.state && { kind: it.state.kind, text: riskWords(it) },
  };
}

/** Why an assessment is at risk is said with the days: the leg's weeks are over, or too few days are left. */
function riskWords({ state, status, week, leg }: OpenAssessment): string {
  const words = state?.words ?? '';
  const usual = ehcPolicy.legs.find(({ key }) => key === leg)?.usual[1] ?? week;
  if (status === 'at_risk' && week > usual && (state?.days ?? 0) >= ehcPolicy.atRiskWorkingDays)
    return `${words}, past week ${usual}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

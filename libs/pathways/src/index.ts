import { annualReview } from './annual-review';
import { cessation } from './cessation';
import { ebsna } from './ebsna';
import { ehcNeedsAssessment } from './ehc-needs-assessment';
import { exclusion } from './exclusion';
import { eyTransition } from './ey-transition';
import { post16Transition } from './post16-transition';
import { eotasPackage } from './eotas-package';
import { inclusionFundBid } from './inclusion-fund-bid';
import { type Pathway } from './pathway';
import { planChange } from './plan-change';
import { placementRequest } from './placement-request';
import { s19Request } from './s19-request';
import { tatsCase } from './tats-case';
import { hdReferral } from './hd-referral';
import { newestOf } from './versions';
import { y6Transition } from './y6-transition';

export {
  advance,
  begin,
  factsNeeded,
  isClosed,
  possibilities,
  type Possibility,
  type Step,
} from './advance';
export { type Clock, type ClockRule, type PastStep } from './clock-rule';
export { asksIn, keepClocks, passedOn, withChanges, type ClockChanges } from './clocks';
export {
  type EventDefinition,
  type FactName,
  type Facts,
  type PathwayEvent,
  type Regions,
  said,
} from './event';
export { fieldsOf, type FieldAsk, type FormField, pounds } from './fields';
export * as ask from './fields';
export { clocksInForce, countOf } from './clock-settings';
export { isUnder, type LawInForce, startsUnder } from './law-in-force';
export { recountedClocks } from './recount';
export { drawn } from './draw';
export { type Instruction, type Recipient } from './instruction';
export { NotAllowedNow, type Missing, type Reason } from './not-allowed-now';
export { type Pathway, type PathwayCopy, type PathwayState } from './pathway';
export { inLocalWords, LOCAL_NAMES, type LocalWords } from './local-names';
export { WITHOUT_PANEL } from './panel-gate';
export { plannedDays } from './planned-days';
export { type InForce, inForce, overlayOf, type PolicyOverlay, type Setting } from './policy';
export { settingIn, settingsOf, settingsRefused } from './settings';
export { LEADS } from './regions';
export { weightOf } from './weights';
export { replayScenarios, type Replayed } from './replay';
export { PERMISSIONS, permissionsOf, ROLES, type Permission, type Role } from './role';
export { moveFrom, needsPerson, type NeedsPerson, type VersionMove } from './versions';
export { NOMINATION_REASONS, NOMINATORS } from './y6-transition/events';
export { y6Policy } from './y6-transition/policy';
export {
  type Score,
  type ScoreAnswers,
  scoreAnswers,
  type ScoreItem,
  vulnerabilityScore,
} from './y6-transition/score';
export { excusedBy, groundFor } from './ehc-needs-assessment/excuses';
export { ehcPolicy } from './ehc-needs-assessment/policy';
export { EXCLUSION_REASONS } from './tats-case/events/decisions';
export { tatsPolicy } from './tats-case/policy';
export { type PriorityAnswers, priorityAnswers, priorityScore } from './tats-case/score';
export { hdPolicy } from './hd-referral/policy';
export { reviewMeetingBy } from './annual-review/memory';
export { ADVISERS, type Adviser } from './ehc-needs-assessment/events';

/** Every published version of every pathway: a case stays on the one it started on until somebody takes it over. */
export const pathwayVersions: Pathway[] = [
  y6Transition,
  ehcNeedsAssessment,
  annualReview,
  cessation,
  placementRequest,
  inclusionFundBid,
  eotasPackage,
  eyTransition,
  tatsCase,
  ebsna,
  s19Request,
  hdReferral,
  post16Transition,
  exclusion,
  planChange,
];

/** The newest version of each pathway: what new cases begin on. */
export const pathways: readonly Pathway[] = newestOf(pathwayVersions);

/** The pathway of this name, the newest unless a version is asked for. @throws Error when there is none of that name and version */
export function pathwayNamed(name: string, version?: number): Pathway {
  const known = version === undefined ? pathways : pathwayVersions;
  const found = known.find(
    (it) => it.name === name && (version === undefined || it.version === version),
  );
  if (!found) throw new Error(`There is no pathway ${name}${version ? ` version ${version}` : ''}`);
  return found;
}

/** What schools send about attendance and suspensions, the rules that find children in it, and their priority. */
export { AttendanceModule } from './attendance.module';
export {
  type AtRisk,
  AtRiskReader,
  type FoundByNight,
  type StoredHit,
} from './facts/at-risk-reader.service';
export { type Week } from './facts/child-facts-reader';
export { FEED_KINDS, type FeedKind } from './feeds/feed';
export { FeedImport, feedTitle } from './feeds/feed-import.service';
export { MatchQueue, type WaitingPupil } from './feeds/match-queue.service';
export { type DataTask } from './nightly/exclusion-tasks';
export { type NightResult, NightlyRules } from './nightly/nightly-rules.service';
export { type DataQuality, DataQualityReader } from './quality/data-quality.service';
export { type Attendance } from './pure/attendance';
export { type ChildFacts } from './pure/child-facts';
export { MOST_DAYS_IN_YEAR } from './pure/policy';
export { type ChildPriority, type PriorityPart } from './pure/priority';
export { type Route, ROUTES, type RuleCode } from './pure/rule';
export { RULES } from './pure/rules';
export { isVoid, type Suspension } from './pure/suspensions';
export { type WindowName, type Windows } from './pure/windows';

export {
  ADVICE_VIEWS,
  adviceInView,
  type AdviceView,
  awaitedAdvice,
  figuresOf,
  latestFirst,
  type ServiceFigures,
  serviceFigures,
} from './advice/awaited-advice';
export { Assessments } from './board/assessments.service';
export { BREAKDOWNS, type BreakdownKey, breakdown } from './board/breakdown';
export {
  countsOf,
  type Holding,
  type LegFigures,
  legFigures,
  mostHeldBy,
  type StatusCounts,
  type Tallied,
  type WeekCount,
} from './board/board-figures';
export {
  type BoardFilter,
  filtered,
  LEGS,
  STATUSES,
  WAITS,
  WEEK_COLUMNS,
  type WeekColumn,
} from './board/board-filter';
export { judged, judgedStanding, worstFirst } from './board/judged';
export {
  type AwaitedAdvice,
  type BoardStatus,
  type LegKey,
  type OpenAssessment,
  type StandingAssessment,
  type WaitsFor,
} from './board/open-assessment';
export {
  PlansSent,
  type PlanSent,
  type PlanTally,
  type Timeliness,
  timelinessOf,
} from './board/plans-sent.service';
export { Tallies } from './board/tallies.service';
export { Exclusions, type RegisteredExclusion } from './exclusions/exclusions.service';
export { ReportingModule } from './reporting.module';
export { RestatedDays, type RestatedFigures } from './board/restated-figures.service';
export { RECORDED_LATE, type Restatement, Restatements } from './board/restatements.service';
export {
  type LedgerLine,
  type LedgerMessage,
  type MessageStatus,
  MessagesSent,
} from './ledger/messages-sent.service';
export {
  NEVER_HELD_STEPS,
  type PlanInReview,
  REVIEW_STAGES,
  REVIEW_STATUSES,
  type ReviewStage,
  type ReviewStatus,
} from './reviews/plan-in-review';
export { type MendedDay, type PlanMend, PlanMends } from './reviews/plan-mends.service';
export { type ReviewEvidence, ReviewEvidences } from './reviews/review-evidence.service';
export {
  type Counted,
  type RestatedRegister,
  RestatedRegisters,
} from './reviews/restated-register.service';
export { PlanRegister, type RegisterCount } from './reviews/plan-register.service';
export {
  AGE_GROUPS,
  type AgeGroup,
  type Dimension,
  DIMENSIONS,
  type RegisterFilter,
  TRANSFER_GROUPS,
  type TransferGroup,
} from './reviews/register-filter';
export {
  REVIEW_TIMES,
  type ReviewTime,
  ReviewTimes,
  TIME_OUTCOMES,
  type TimeCount,
  type TimedReview,
  type TimeOutcome,
} from './reviews/review-times.service';
export {
  OUTLOOKS,
  type Outlook,
  type TransferOutlook,
  transferOutlook,
} from './reviews/transfer-outlook';
export { type Compared, compare, isUnexplained } from './published/compare';
export { type Behind } from './published/figures/computed-figures';
export { NEED_COLUMNS, PLACE_COLUMNS } from './published/figures/plan-figures';
export { PublishedFigures } from './published/published-figures.service';
export {
  type FigureName,
  type Published,
  PUBLISHED_YEAR,
  publishedCodes,
  publishedOf,
  type Table,
  TABLES,
} from './published/published-tables';
export { surveyDayAfter } from './published/survey-day';
export { type Score } from './forecast/back-test';
export { type Ahead, type BackTest, type DateAhead, Forecasts } from './forecast/forecasts.service';
export { Lessons } from './forecast/lessons.service';
export { ENOUGH } from './forecast/pure/learning';
export { type Driver, type Forecast, told } from './forecast/told';
export { type WayForward, WaysForward } from './forecast/ways-forward.service';
export {
  AGE_BANDS,
  type AgeBand,
  lineOf,
  type WorkloadCase,
  type WorkloadFilter,
  type WorkloadLine,
  workloadLines,
  workloadOn,
  workloadShown,
} from './workload/workload';
export { FULL_CASELOAD } from './workload/workload-units';
export { OpenWork, type WorkChild } from './workload/open-work.service';

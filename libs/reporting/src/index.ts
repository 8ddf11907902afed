export {
  ADVICE_VIEWS,
  adviceInView,
  type AdviceView,
  awaitedAdvice,
  figuresOf,
  type ServiceFigures,
  serviceFigures,
} from './advice/awaited-advice';
export { Assessments } from './board/assessments.service';
export {
  countsOf,
  type Holding,
  type LegFigures,
  legFigures,
  mostHeldBy,
  type StatusCounts,
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
export { judged } from './board/judged';
export {
  type AwaitedAdvice,
  type BoardStatus,
  type LegKey,
  type OpenAssessment,
  type WaitsFor,
} from './board/open-assessment';
export {
  PlansSent,
  type PlanSent,
  type Timeliness,
  timelinessOf,
} from './board/plans-sent.service';
export { ReportingModule } from './reporting.module';
export { RECORDED_LATE, type Restatement, Restatements } from './board/restatements.service';
export {
  type LedgerLine,
  type LedgerMessage,
  type MessageStatus,
  MessagesSent,
} from './ledger/messages-sent.service';

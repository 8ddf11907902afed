export { BankHolidayLists, type Refreshed } from './calendar/bank-holiday-lists.service';
export { type CalendarChange, CalendarChanges } from './calendar/calendar-changes.service';
export { type DaysOffChange } from './calendar/days-off';
export { Calendars } from './calendars';
export { freePlace, leftOut, unitOrder, unitPoints, WAITING_ORDER } from './free-places';
export { carriedBy, mostCarried, WHOLE_POST, wholePost } from './caseload';
export { CaseworkModule } from './casework.module';
export { CaseworkService } from './casework.service';
export { type OpenCommand, type RecordCommand, type Recorded } from './commands';
export { ClockModule, DemoClock } from './clock.module';
export {
  type EhcPlan,
  type PlanDetails,
  type PlanPlacement,
  type PlanToLoad,
  type Setting,
  SETTINGS,
} from './ehc-plans/ehc-plan';
export { EhcPlans } from './ehc-plans/ehc-plans.service';
export {
  BadPayload,
  CaseNotFound,
  KeyUsedDifferently,
  type Problem,
  VersionConflict,
} from './errors';
export { CorrectionsService, type CorrectCommand, type MovedDate } from './corrections.service';
export { asCorrected, brokenAt, type Correction, historyOf, type HistoryRow } from './history';
export { replayed } from './replay-history';
export {
  type DateState,
  type LegWeek,
  legOf,
  legWeek,
  type StatedClock,
  type StateKind,
  stateOfAssessment,
  stateOfClock,
  weekOf,
} from './reading/clock-state';
export { excuseOf } from './reading/excuses';
export { adviserWords, clockWords } from './reading/subject-words';
export {
  type ClockBack,
  type UndoCommand,
  type UndoPreview,
  UndoService,
} from './undo/undo.service';
export { LawPacks } from './law/law-packs';
export {
  type LawDifference,
  type LawProgress,
  LawProposals,
  type LoadedPack,
} from './law/law-proposals.service';
export { LawRounds } from './law/law-rounds.service';
export { PolicyPacks } from './policy/policy-packs';
export { PolicyProposals, type PolicyVersion } from './policy/policy-proposals.service';
export { PlanRefused } from './versions/plan-refused';
export { type PlannedMove, type VersionPlan, VersionPlans } from './versions/version-plans.service';
export { SchoolMoves } from './school-moves.service';
export { CaseStanding, type Standing } from './standing.service';
export { type CaseFile, type FileClock, type FileEvent } from './reading/case-file';
export { CaseLinks, LINK_WORDS } from './reading/case-links.repository';
export { type CaseFilter, CaseLists, type ListedCase } from './reading/case-lists.repository';
export { type Action, type CaseActions } from './reading/case-actions';
export { liveTasks } from './reading/moot-task';
export { type NotYet } from './reading/not-yet';
export { headlineOf, keyDateOf, stagesOf, standing } from './reading/case-place';
export { CaseReader, type OpenedCase } from './reading/case-reader.service';
export { CaseReadingModule } from './reading/case-reading.module';
export {
  type CaseMessage,
  type CaseNote,
  CaseRecords,
  type CaseTask,
} from './reading/case-records.repository';
export { type ClockLine, frontLines } from './reading/clock-lines';
export { answersOf, tellEvent } from './reading/event-words';
export { type ExcuseRow } from './reading/lawful-excuses';
export { CHANNELS, MESSAGE_STATUSES, recipientInWords } from './reading/message-words';
export { type Seat, type WorkStep } from './reading/work-step';
export { type Restatement } from './reading/restatements';
export { lowerFirst } from './reading/sentence';
export { timelineOf, type TimelineItem } from './reading/timeline';
export { type Group, GROUPS } from './reading/urgency';
export { type Question, QUESTIONS, whatIf } from './reading/what-if/asked';
export { type WhatIf } from './reading/what-if/assessment';
export { MOVES } from './reading/what-if/review-plan';
export { type DayProblem } from './reading/what-if/supposed-days';
export { type WhyDate } from './reading/why-date';
export { STRAY_TASK } from './reading/work-queue';
export { type StrayCase, WorkQueues } from './reading/work-queues.service';
export { yearAndSchool, type WorkCase } from './reading/work-case';
export {
  type Work,
  WORK_VIEWS,
  Worklist,
  type WorkRow,
  type WorkView,
} from './reading/worklist.service';
export { type Draft, Drafts } from './desk/drafts.service';
export { type Referral, Referrals } from './referrals/referrals.service';
export { Notes } from './desk/notes.service';
export { Tasks } from './desk/tasks.service';
export { actionForms, type PersonalEvent } from './support/actions/action-details';
export { canBeAsked } from './support/actions/action-owner';
export { ACTION_STATES, type ActionState } from './support/actions/action-machine';
export { actionStep, eventsOfAction } from './support/actions/action-step';
export { ActionSweep } from './support/actions/action-sweep.service';
export { type ActionRow } from './support/actions/action-row';
export { mayCancelActions } from './support/actions/action-told';
export { Actions } from './support/actions/actions.service';
export {
  actionsShownTo,
  type OwnAction,
  OwnActions,
  OWNERS_SAY,
} from './support/actions/own-actions.service';
export { openActionsOf } from './support/actions/open-actions';
export { DOCUMENT_KINDS, documentForm, takeAwayForm } from './support/documents/document-details';
export { DOCUMENT_FORMATS, formatOf } from './support/documents/document-format';
export {
  type DocumentRow,
  Documents,
  mayTakeAway,
  NOT_TAKEN,
  type OpenedDocument,
  type ScanResult,
} from './support/documents/documents.service';
export { movePapersForm, WrongChildPapers } from './support/documents/wrong-child-papers.service';
export { changeTable, type MeasureRow } from './support/measures/change-table';
export {
  ANSWERED_BY,
  INSTRUMENTS,
  measureForm,
  type Point,
  POINTS,
} from './support/measures/measure-details';
export { Measures, takesMeasures } from './support/measures/measures.service';
export { Once } from './support/once.service';
export { type OutcomeReview, type PlanVersion } from './support/plan/plan';
export {
  OUTCOME_STATUSES,
  planForms,
  REVIEW_RESULTS,
  reviewForm,
} from './support/plan/plan-details';
export { mayApprove, Plans } from './support/plan/plans.service';
export { SupportModule } from './support/support.module';
export { type SupportedCase } from './support/supported-case';
export { VIEW_METHODS, VIEW_OF, viewForm } from './support/views/view-details';
export { type ViewRow, Views } from './support/views/views.service';
export { VISIT_KINDS, visitForms } from './support/visits/visit-details';
export { VisitSweep } from './support/visits/visit-sweep.service';
export { type VisitRow, Visits } from './support/visits/visits.service';

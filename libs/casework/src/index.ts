export { Calendars } from './calendars';
export { freePlace, WAITING_ORDER } from './facts';
export { CaseworkModule } from './casework.module';
export {
  CaseworkService,
  type OpenCommand,
  type RecordCommand,
  type Recorded,
} from './casework.service';
export { ClockModule, DemoClock } from './clock.module';
export { BACKDATING_DAYS } from './command-checks';
export {
  BadPayload,
  CaseNotFound,
  KeyUsedDifferently,
  type Problem,
  VersionConflict,
} from './errors';
export { CorrectionsService, type CorrectCommand, type MovedDate } from './corrections.service';
export {
  asCorrected,
  brokenAt,
  type Correction,
  FACT_CORRECTED,
  historyOf,
  type HistoryRow,
  replayed,
} from './history';
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
export { adviserWords } from './reading/subject-words';
export { CaseStanding, type Standing } from './standing.service';

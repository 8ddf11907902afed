/** The law's days: counting them, naming them, and the 53 statutory rules. Pure, no clock but Clock. */
export {
  addDays,
  addMonths,
  type CalendarDay,
  daysBetween,
  earlierOf,
  isCalendarDay,
  laterOf,
  mondayOf,
  type Weekday,
  weekdayOf,
} from './day/calendar-day';
export { dayAndMonth, longDay, plainDay, shortDay } from './day/day-words';
export { londonClock, londonDay, londonInstant, londonTime } from './day/london-time';
export { ageOn, isYoungPerson, ncYearOn, schoolLeavingDay, schoolYearOf } from './day/school-year';
export { type Calendar, type DayOff, type SchoolTerms, TermsNotLoaded } from './calendar/calendar';
export {
  BadHolidayList,
  bankHolidaysWith,
  type HolidayEvent,
  readBankHolidays,
} from './calendar/bank-holiday-list';
export { type BankHolidays, englandBankHolidays } from './calendar/england-bank-holidays';
export { type CalendarInput, makeCalendar } from './calendar/make-calendar';
export { lastDayOf, type Limit } from './limit/limit';
export { amountOf } from './limit/limit-words';
export { isSameLimit, operatorOf } from './limit/operators';
export { workedOut, type Working, type WorkingStep } from './limit/worked-out';
export { type Season, type Term, termsOf } from './terms/school-year-terms';
export { type TermDay, termDay } from './terms/term-day';
export { termProblems } from './terms/term-problems';
export { Clock, DayClock, FixedClock, SystemClock } from './clock/clock';
export { type ClockFacts, type ClockStatus, statusOf } from './clock/clock-status';
export { type AbsenceFacts, type AbsenceGround, absenceGround } from './grounds/absence-ground';
export { type ClosureFacts, type ClosureGround, closureGround } from './grounds/closure-ground';
export { type GroundCode, GROUNDS } from './grounds/grounds';
export { checkUln, type UlnCheck } from './identifiers/uln';
export { checkUpn, type UpnCheck } from './identifiers/upn';
export {
  type AppealWindow,
  appealResponseDue,
  safeHoldDay,
  tribunalDay,
} from './rules/appeal-window';
export { type BoardDuty } from './rules/exclusions';
export { absence, type AbsenceClass } from './rules/attendance';
export { phaseTransferDay, type TransferType } from './rules/phase-transfer';
export { type OrderType } from './rules/tribunal-orders';
export { type RuleContext, type RuleEntry, type RuleResult, UnknownRule } from './rules/rule';
export { reaches } from './packs/applies';
export { limitUnder } from './packs/limit-under';
export { BadRulePack, type PackProblem, readPack } from './packs/read-pack';
export { type LawChange, type RulePack } from './packs/rule-pack';
export { packsOn, shippedPacks } from './packs/shipped';
export { bookEntry, ruleBook, statutoryRules } from './rules/book';
export { computeRule } from './rules/statutory-rules';
export { computeVectors, type VectorAnswer } from './vectors/compute-vectors';
export { BadVectorFile } from './vectors/vector-file';

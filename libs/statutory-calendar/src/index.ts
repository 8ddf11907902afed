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
export { type BankHolidays, englandBankHolidays } from './calendar/england-bank-holidays';
export { type CalendarInput, makeCalendar } from './calendar/make-calendar';
export { dayBeforeCorresponding, lastDayOf, type Limit } from './limit/limit';
export { amountOf } from './limit/limit-words';
export { workedOut, type Working, type WorkingStep } from './limit/worked-out';
export { type Season, type Term, termsOf } from './terms/school-year-terms';
export { type TermDay, termDay } from './terms/term-day';
export { Clock, DayClock, FixedClock, SystemClock } from './clock/clock';
export { type ClockFacts, type ClockStatus } from './clock/clock-status';
export { type AbsenceFacts, type AbsenceGround, absenceGround } from './grounds/absence-ground';
export { type ClosureFacts, type ClosureGround, closureGround } from './grounds/closure-ground';
export { checkUln, type UlnCheck } from './identifiers/uln';
export { checkUpn, type UpnCheck } from './identifiers/upn';
export { type AppealWindow, appealResponseDue, tribunalDay } from './rules/appeal-window';
export { safeHoldDay } from './rules/ceasing';
export { type BoardDuty } from './rules/exclusions';
export { absence, type AbsenceClass } from './rules/attendance';
export { phaseTransferDay, type TransferType } from './rules/phase-transfer';
export { type OrderType } from './rules/tribunal-orders';
export { type RuleContext, type RuleResult, UnknownRule } from './rules/rule';
export { packsOn, type RulePack } from './rules/rule-packs';
export { computeRule, statutoryRules } from './rules/statutory-rules';
export { computeVectors, type VectorAnswer } from './vectors/compute-vectors';
export { BadVectorFile } from './vectors/vector-file';

/** Panels: series with terms of reference and members, the sittings they hold, and the papers of those. */
export { PanelsModule } from './panels.module';
export {
  attendanceInWords,
  attendanceMarks,
  attendanceTitle,
  attendanceWeekWords,
  CHART,
} from './documents/attendance-shape';
export { calendarFile } from './documents/calendar-file';
export { type AttendanceFacts } from './documents/models';
export { heading, list, type Paper, text } from './documents/paper/paper';
export { paperFile, type PaperFormat } from './documents/paper-file';
export { type PanelCode, type Service, SERVICES, type Terms } from './pure/terms';
export { CalendarFeeds, type FeedLink } from './series/calendar-feeds.service';
export {
  CONFIDENTIALITY,
  endForm,
  memberForm,
  type PanelMember,
  signedForm,
  type TypedMember,
} from './series/members';
export { MemberLinkOver, MemberLinks, type OpenLink } from './series/member-links.service';
export { type Panel, type PanelSeat, seesAllPanels } from './series/panel';
export { PanelMembers } from './series/panel-members.service';
export { type DaySet, type PanelSitting, PanelSittings } from './series/panel-sittings.service';
export { PanelTerms, type TermsVersion } from './series/panel-terms.service';
export {
  type PanelInList,
  Panels,
  setUpPanels,
  type SittingInBrief,
} from './series/panels.service';
export { Replies, replyForm } from './series/replies.service';
export { movedWords } from './series/series-plan';
export { extraForm, moveForm, SittingDays } from './series/sitting-days.service';
export { SittingsAhead } from './series/sittings-ahead.service';
export { EVERY, termsAsTyped, termsForm, type TypedTerms, WEEKDAYS } from './series/terms-form';
export { quorumGaps } from './series/terms-problems';
export { type Member } from './sittings/seats';
export { STAGES, type SittingStage } from './pure/sitting-events';
export { type LogLine } from './sittings/agenda-log';
export { type AgendaInPreparation, Agendas } from './sittings/agendas.service';
export { type Change, SittingChanges } from './sittings/changes';
export { type Entry, EntryChanged, Entries } from './sittings/entries.service';
export { ChangedFirst } from './sittings/changed-first';
export { ItemSteps } from './sittings/item-steps.service';
export { type Item } from './sittings/items';
export { LateItems } from './sittings/late-items.service';
export { MinutesBook } from './sittings/minutes.service';
export { type Answer, Register } from './sittings/register.service';
export { SittingNotFound } from './sittings/sitting';
export { SittingSteps } from './sittings/sitting-steps.service';
export { type AtSitting } from './sittings/at-sitting';
export { isChild, type PanelLeftOff, type PanelLine } from './sittings/panel-candidate';
export { type ItemFacts } from './sittings/item-facts';
export { peopleAt, quorumAt } from './sittings/people';
export { LINK_MINUTES, PaperLinkEnded, PaperLinks } from './sittings/paper-links.service';
export { Papers } from './sittings/papers.service';
export { INTERESTS } from './pure/conflicts';
export { SittingRoom } from './sittings/sitting-room.service';
export { DEFERRAL_WORDS } from './sittings/outcome';
export { type DeferralReason, type InterestKind } from './pure/terms';
export { SCHOOL_AGREED, schoolDecision } from './kinds/school-decision';
export { audienceOf, type SittingAudience } from './around/sitting-audience';
export { LACKS, type SchoolAsked, SchoolPart, schoolPartForm } from './around/school-part.service';
export { type LastAction, LastActions } from './around/last-actions.service';
export {
  type SchoolAction,
  type SchoolActionLine,
  SchoolActions,
} from './around/school-actions.service';
export { COHORTS, type LookAt, LOOKS } from './pure/watch-cohorts';
export {
  watchAddForm,
  watchDeclineForm,
  watchLookForms,
  watchSuggestedForm,
} from './around/watch-forms';
export { type ListedEntry, WatchList } from './around/watch-list.service';
export {
  type CheckedTerm,
  type EqualityCheck,
  EqualityChecks,
} from './around/equality-check.service';
export { STEPS } from './pure/small-numbers';
export { CARE_WORDS } from './sittings/minuted-item';

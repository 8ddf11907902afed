import { AttendanceModule } from '@app/attendance';
import { Module } from '@nestjs/common';
import { EqualityChecks } from './around/equality-check.service';
import { Feedback } from './around/feedback.service';
import { LastActions } from './around/last-actions.service';
import { SchoolActions } from './around/school-actions.service';
import { SchoolPart } from './around/school-part.service';
import { WatchList } from './around/watch-list.service';
import { CalendarFeeds } from './series/calendar-feeds.service';
import { MemberLinks } from './series/member-links.service';
import { PanelMembers } from './series/panel-members.service';
import { PanelSittings } from './series/panel-sittings.service';
import { PanelTerms } from './series/panel-terms.service';
import { Panels } from './series/panels.service';
import { Replies } from './series/replies.service';
import { SittingDays } from './series/sitting-days.service';
import { SittingsAhead } from './series/sittings-ahead.service';
import { Agendas } from './sittings/agendas.service';
import { Entries } from './sittings/entries.service';
import { ItemSteps } from './sittings/item-steps.service';
import { LateItems } from './sittings/late-items.service';
import { MinutesBook } from './sittings/minutes.service';
import { PaperLinks } from './sittings/paper-links.service';
import { Papers } from './sittings/papers.service';
import { SittingRoom } from './sittings/sitting-room.service';
import { Register } from './sittings/register.service';
import { SittingChanges } from './sittings/changes';
import { SittingSteps } from './sittings/sitting-steps.service';

const SERIES = [
  CalendarFeeds,
  MemberLinks,
  PanelMembers,
  PanelSittings,
  PanelTerms,
  Panels,
  Replies,
  SittingDays,
  SittingsAhead,
];

const SITTINGS = [
  Agendas,
  Entries,
  ItemSteps,
  LateItems,
  MinutesBook,
  PaperLinks,
  Papers,
  SittingRoom,
  Register,
  SittingChanges,
  SittingSteps,
];

const AROUND = [EqualityChecks, Feedback, LastActions, SchoolActions, SchoolPart, WatchList];

/** Panels: what each is, who sits on it, when, and what happens at its sittings. */
@Module({
  imports: [AttendanceModule],
  providers: [...SERIES, ...SITTINGS, ...AROUND],
  exports: [...SERIES, ...SITTINGS, ...AROUND],
})
export class PanelsModule {}

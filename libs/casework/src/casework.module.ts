import { Global, Module } from '@nestjs/common';
import { BankHolidayLists } from './calendar/bank-holiday-lists.service';
import { CalendarChanges } from './calendar/calendar-changes.service';
import { Calendars } from './calendars';
import { CaseworkService } from './casework.service';
import { CorrectionsService } from './corrections.service';
import { EhcPlans } from './ehc-plans/ehc-plans.service';
import { LawPacks } from './law/law-packs';
import { LawProposals } from './law/law-proposals.service';
import { LawRounds } from './law/law-rounds.service';
import { PolicyPacks } from './policy/policy-packs';
import { PolicyProposals } from './policy/policy-proposals.service';
import { UndoService } from './undo/undo.service';
import { VersionPlans } from './versions/version-plans.service';
import { CaseStanding } from './standing.service';

/** A case: the door that changes it, and the calendars it counts in. */
@Global()
@Module({
  providers: [
    CaseworkService,
    CorrectionsService,
    UndoService,
    VersionPlans,
    CaseStanding,
    Calendars,
    PolicyPacks,
    PolicyProposals,
    LawPacks,
    LawProposals,
    LawRounds,
    BankHolidayLists,
    CalendarChanges,
    EhcPlans,
  ],
  exports: [
    CaseworkService,
    CorrectionsService,
    UndoService,
    VersionPlans,
    CaseStanding,
    Calendars,
    PolicyPacks,
    PolicyProposals,
    LawPacks,
    LawProposals,
    LawRounds,
    BankHolidayLists,
    CalendarChanges,
    EhcPlans,
  ],
})
export class CaseworkModule {}

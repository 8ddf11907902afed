import { Module } from '@nestjs/common';
import { SchoolCalendars } from './calendar/school-calendars.service';
import { Children } from './child/children.service';
import { Contacts } from './contact/contacts.service';
import { Households } from './household/households.service';
import { NominationImport } from './nominations/nomination-import.service';
import { Officers } from './officer/officers.service';
import { RecordMerges } from './merge/record-merges.service';
import { Schools } from './school/schools.service';
import { SchoolYears } from './child/school-year.service';
import { ChildSearch } from './search/child-search.service';

const SERVICES = [
  Children,
  Contacts,
  Households,
  Schools,
  SchoolCalendars,
  Officers,
  RecordMerges,
  SchoolYears,
  ChildSearch,
  NominationImport,
];

/** Children and those around them. Needs DatabaseModule and ClockModule, which are global. */
@Module({ providers: SERVICES, exports: SERVICES })
export class PeopleModule {}

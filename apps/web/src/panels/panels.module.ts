import { PanelsModule as PanelsLibrary } from '@app/panels';
import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller';
import { MembersController } from './members.controller';
import { PanelPages } from './panel-pages.service';
import { PanelsController } from './panels.controller';
import { SittingsController } from './sittings.controller';
import { TermsController } from './terms.controller';

/** Panels: their days, their members and their terms. */
@Module({
  imports: [PanelsLibrary, PeopleModule],
  controllers: [
    CalendarController,
    PanelsController,
    TermsController,
    MembersController,
    SittingsController,
  ],
  providers: [PanelPages],
})
export class PanelsModule {}

import { CaseReadingModule } from '@app/casework';
import { PanelsModule } from '@app/panels';
import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { AgendaController } from './agenda.controller';
import { ChangeStream } from './change-stream.service';
import { ChangesController } from './changes.controller';
import { ItemsApiController } from './items-api.controller';
import { ItemPages } from './item-pages.service';
import { MinutesController } from './minutes.controller';
import { PapersController } from './papers.controller';
import { RegisterController } from './register.controller';
import { RoomController } from './room.controller';
import { SittingEvents } from './sitting-events.service';
import { SittingsApiController } from './sittings-api.controller';

/** Sittings: the agenda, the room, the minutes and the papers. */
@Module({
  imports: [CaseReadingModule, CasesModule, PanelsModule, PeopleModule],
  controllers: [
    AgendaController,
    ChangesController,
    ItemsApiController,
    MinutesController,
    PapersController,
    RegisterController,
    RoomController,
    SittingsApiController,
  ],
  providers: [ChangeStream, ItemPages, SittingEvents],
})
export class SittingsModule {}

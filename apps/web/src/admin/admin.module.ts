import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { AdminController } from './admin.controller';
import { CalendarsController } from './calendars.controller';
import { OfficersController } from './officers.controller';
import { OfficersRepository } from './officers.repository';
import { OfficersService } from './officers.service';
import { SettingsController } from './settings.controller';
import { TeamsRepository } from './teams.repository';

/** What an administrator looks after: officers, teams, school calendars and the council's settings. Not children's records. */
@Module({
  imports: [PeopleModule],
  controllers: [AdminController, OfficersController, CalendarsController, SettingsController],
  providers: [OfficersRepository, TeamsRepository, OfficersService],
})
export class AdminModule {}

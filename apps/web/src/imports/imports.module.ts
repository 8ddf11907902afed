import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { ImportRuns } from './import-runs.service';
import { ImportsHome } from './imports-home.service';
import { ImportsController } from './imports.controller';
import { NominationsController } from './nominations.controller';

/** Files that come in: nominations and the register of schools. */
@Module({
  imports: [PeopleModule],
  controllers: [ImportsController, NominationsController],
  providers: [ImportRuns, ImportsHome],
})
export class ImportsModule {}

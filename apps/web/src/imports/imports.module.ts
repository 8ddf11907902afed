import { AttendanceModule } from '@app/attendance';
import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { DataQualityController } from './data-quality.controller';
import { FeedHome } from './feed-home.service';
import { FeedsController } from './feeds.controller';
import { ImportRuns } from './import-runs.service';
import { ImportsHome } from './imports-home.service';
import { ImportsController } from './imports.controller';
import { MatchesController } from './matches.controller';
import { NominationsController } from './nominations.controller';

/** Files that come in: nominations, the register of schools, attendance and suspensions. */
@Module({
  imports: [AttendanceModule, PeopleModule],
  controllers: [
    ImportsController,
    NominationsController,
    FeedsController,
    MatchesController,
    DataQualityController,
  ],
  providers: [FeedHome, ImportRuns, ImportsHome],
})
export class ImportsModule {}

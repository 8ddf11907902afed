import { PeopleModule } from '@app/people';
import { ReturnsModule as ReturnsLibrary } from '@app/returns';
import { Module } from '@nestjs/common';
import { ChildrenModule } from '../children/children.module';
import { DesignatedOfficersController } from './designated-officers.controller';
import { MendPlanController } from './mend-plan.controller';
import { ReturnsDownloadController } from './returns-download.controller';
import { ReturnsRead } from './returns-read.service';
import { ReturnsController } from './returns.controller';

/** Statutory returns, their data-quality queue, and the form that puts a plan right. */
@Module({
  imports: [ReturnsLibrary, ChildrenModule, PeopleModule],
  controllers: [
    ReturnsController,
    ReturnsDownloadController,
    MendPlanController,
    DesignatedOfficersController,
  ],
  providers: [ReturnsRead],
})
export class ReturnsModule {}

import { PanelsModule } from '@app/panels';
import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { AfterController } from './after.controller';
import { EqualityController } from './equality.controller';
import { SchoolActionsApiController } from './school-actions-api.controller';
import { SchoolActionsController } from './school-actions.controller';
import { WatchListController } from './watch-list.controller';

/** Around the sittings: what schools and families hear, and what is still to be done for schools. */
@Module({
  imports: [PanelsModule, PeopleModule],
  controllers: [
    AfterController,
    EqualityController,
    SchoolActionsApiController,
    SchoolActionsController,
    WatchListController,
  ],
})
export class AroundModule {}

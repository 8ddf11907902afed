import { CaseReadingModule } from '@app/casework';
import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { SupportModule } from '../support/support.module';
import { ActionsApiController } from './actions-api.controller';
import { Additions } from './additions.service';
import { CasesApiController } from './cases-api.controller';
import { ChildrenApiController } from './children-api.controller';
import { DeadlinesApiController } from './deadlines-api.controller';
import { DocumentsApiController } from './documents-api.controller';
import { MeasuresApiController } from './measures-api.controller';
import { PlanApiController } from './plan-api.controller';
import { UndoApiController } from './undo-api.controller';
import { ViewsApiController } from './views-api.controller';
import { VisitsApiController } from './visits-api.controller';

/** JSON under /api: the pages' commands for programs. */
@Module({
  imports: [CaseReadingModule, PeopleModule, SupportModule],
  controllers: [
    ActionsApiController,
    CasesApiController,
    ChildrenApiController,
    DeadlinesApiController,
    DocumentsApiController,
    MeasuresApiController,
    PlanApiController,
    UndoApiController,
    ViewsApiController,
    VisitsApiController,
  ],
  providers: [Additions],
})
export class ApiModule {}

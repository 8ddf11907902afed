import { SupportModule as KeptBesideCases } from '@app/casework';
import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ActionsController } from './actions.controller';
import { Colleagues } from './colleagues.service';
import { MeasuresController } from './measures.controller';
import { PlanController } from './plan.controller';
import { SupportForms } from './support-forms.service';
import { ViewsController } from './views.controller';
import { VisitsController } from './visits.controller';

/** What is kept beside a case: actions, visits, plans, views, measures, documents. */
@Module({
  imports: [KeptBesideCases, CasesModule, PeopleModule],
  controllers: [
    ActionsController,
    MeasuresController,
    PlanController,
    ViewsController,
    VisitsController,
  ],
  providers: [Colleagues, SupportForms],
})
export class SupportModule {}

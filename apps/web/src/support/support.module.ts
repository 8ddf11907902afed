import { SupportModule as KeptBesideCases } from '@app/casework';
import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { type Config } from '../config';
import { CONFIG } from '../config.token';
import { ActionsController } from './actions.controller';
import { CheckedDocuments } from './checked-documents.service';
import { Colleagues } from './colleagues.service';
import { DocumentsController } from './documents.controller';
import { MeasuresController } from './measures.controller';
import { OwnActionsController } from './own-actions.controller';
import { PlanController } from './plan.controller';
import { SupportForms } from './support-forms.service';
import { ViewsController } from './views.controller';
import { VirusScan } from './virus-scan';
import { VisitsController } from './visits.controller';
import { WrongChildController } from './wrong-child.controller';

/** What is kept beside a case: actions, visits, plans, views, measures, documents. */
@Module({
  imports: [KeptBesideCases, CasesModule, PeopleModule],
  controllers: [
    ActionsController,
    DocumentsController,
    MeasuresController,
    OwnActionsController,
    PlanController,
    ViewsController,
    VisitsController,
    WrongChildController,
  ],
  providers: [
    CheckedDocuments,
    Colleagues,
    SupportForms,
    {
      provide: VirusScan,
      inject: [CONFIG],
      useFactory: ({ clamd }: Config) => new VirusScan(clamd),
    },
  ],
  exports: [KeptBesideCases, CheckedDocuments, SupportForms],
})
export class SupportModule {}

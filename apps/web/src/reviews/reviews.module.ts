import { CaseReadingModule } from '@app/casework';
import { ReportingModule } from '@app/reporting';
import { Module } from '@nestjs/common';
import { BulkModule } from '../bulk/bulk.module';
import { AskController } from './ask.controller';
import { AskRuns } from './ask-run.service';
import { ReviewsCorrectedController } from './corrected.controller';
import { PlansController } from './plans.controller';
import { RegisterController } from './register.controller';
import { ReviewsRead } from './reviews-read.service';
import { TimesController } from './times.controller';
import { TransfersController } from './transfers.controller';
import { Year11Controller } from './year-11.controller';

/** The register of annual reviews, its lists, and asking for meetings from them. */
@Module({
  imports: [ReportingModule, BulkModule, CaseReadingModule],
  controllers: [
    RegisterController,
    PlansController,
    TimesController,
    TransfersController,
    Year11Controller,
    AskController,
    ReviewsCorrectedController,
  ],
  providers: [AskRuns, ReviewsRead],
})
export class ReviewsModule {}

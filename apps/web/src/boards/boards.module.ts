import { ReportingModule } from '@app/reporting';
import { Module } from '@nestjs/common';
import { BulkModule } from '../bulk/bulk.module';
import { AdviceController } from './advice.controller';
import { AssessmentsController } from './assessments.controller';
import { BoardsRead } from './boards-read.service';
import { BoardsController } from './boards.controller';
import { CorrectedController } from './corrected.controller';
import { PlansController } from './plans.controller';
import { WorkloadCasesController } from './workload-cases.controller';
import { WorkloadRead } from './workload-read.service';
import { WorkloadController } from './workload.controller';

/** The 20-week board and the lists behind its numbers. */
@Module({
  imports: [ReportingModule, BulkModule],
  controllers: [
    BoardsController,
    AssessmentsController,
    AdviceController,
    CorrectedController,
    PlansController,
    WorkloadController,
    WorkloadCasesController,
  ],
  providers: [BoardsRead, WorkloadRead],
})
export class BoardsModule {}

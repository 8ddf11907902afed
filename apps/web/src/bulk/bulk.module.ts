import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { BulkController } from './bulk.controller';
import { BulkForms } from './bulk-form.service';
import { BulkRuns } from './bulk-run.service';
import { ChosenCases } from './chosen-cases.repository';

/** The same step for several cases. */
@Module({
  imports: [PeopleModule],
  controllers: [BulkController],
  providers: [BulkForms, BulkRuns, ChosenCases],
  exports: [BulkForms, ChosenCases],
})
export class BulkModule {}

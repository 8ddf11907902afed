import { CaseReadingModule } from '@app/casework';
import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { DateLetterController } from './date-letter.controller';
import { WhyController } from './why.controller';

/** Why a date is what it is. */
@Module({
  imports: [CaseReadingModule, CasesModule],
  controllers: [WhyController, DateLetterController],
})
export class WhyModule {}

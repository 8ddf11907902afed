import { CaseReadingModule } from '@app/casework';
import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { WhyController } from './why.controller';

/** Why a date is what it is. */
@Module({ imports: [CaseReadingModule, CasesModule], controllers: [WhyController] })
export class WhyModule {}

import { CaseReadingModule } from '@app/casework';
import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ReferralsController } from './referrals.controller';

/** Cases that other cases ask for. */
@Module({ imports: [CaseReadingModule, CasesModule], controllers: [ReferralsController] })
export class ReferralsModule {}

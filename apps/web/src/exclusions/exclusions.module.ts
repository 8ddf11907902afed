import { ReportingModule } from '@app/reporting';
import { Module } from '@nestjs/common';
import { ExclusionsController } from './exclusions.controller';

/** The register of exclusions. */
@Module({ imports: [ReportingModule], controllers: [ExclusionsController] })
export class ExclusionsModule {}

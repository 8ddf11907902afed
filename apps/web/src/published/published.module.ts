import { ReportingModule } from '@app/reporting';
import { Module } from '@nestjs/common';
import { BehindController } from './behind.controller';
import { PublishedController } from './published.controller';

/** Published figures of the department beside those of the council’s own records. */
@Module({ imports: [ReportingModule], controllers: [PublishedController, BehindController] })
export class PublishedModule {}

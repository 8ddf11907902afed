import { Module } from '@nestjs/common';
import { RecordAccessController } from './record-access.controller';

/** Refused access to records, for those who answer for information governance. */
@Module({ controllers: [RecordAccessController] })
export class RecordAccessModule {}

import { CaseReadingModule, SupportModule } from '@app/casework';
import { Module } from '@nestjs/common';
import { MyWorkController } from './my-work.controller';

/** My work and its file. */
@Module({ imports: [CaseReadingModule, SupportModule], controllers: [MyWorkController] })
export class MyWorkModule {}

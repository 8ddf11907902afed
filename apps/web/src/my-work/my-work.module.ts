import { CaseReadingModule, SupportModule } from '@app/casework';
import { PanelsModule } from '@app/panels';
import { Module } from '@nestjs/common';
import { MyWorkController } from './my-work.controller';

/** My work and its file. */
@Module({
  imports: [CaseReadingModule, PanelsModule, SupportModule],
  controllers: [MyWorkController],
})
export class MyWorkModule {}

import { CaseReadingModule } from '@app/casework';
import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { ForecastModule } from '../forecast/forecast.module';
import { CaseController } from './case.controller';
import { CasePages } from './case-pages.service';
import { CorrectController } from './correct.controller';
import { ListController } from './list.controller';
import { NotesController } from './notes.controller';
import { RecordController } from './record.controller';
import { RecordForms } from './record-form.service';
import { RecordSteps } from './record-steps.service';
import { ScoreSheetController } from './score.controller';
import { UndoController } from './undo.controller';
import { TasksController } from './tasks.controller';

/** Cases: the list, the file, and recording what happens. */
@Module({
  imports: [CaseReadingModule, ForecastModule, PeopleModule],
  controllers: [
    CaseController,
    CorrectController,
    ListController,
    NotesController,
    RecordController,
    ScoreSheetController,
    TasksController,
    UndoController,
  ],
  providers: [CasePages, RecordForms, RecordSteps],
  exports: [CasePages, RecordForms, RecordSteps],
})
export class CasesModule {}

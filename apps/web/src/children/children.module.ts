import { CaseReadingModule, SupportModule } from '@app/casework';
import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { AddChildController } from './add-child.controller';
import { ChildPages } from './child-pages.service';
import { ChronologyController } from './chronology.controller';
import { ChildStory } from './child-story.service';
import { ChildrenController } from './children.controller';
import { ContactsController } from './contacts.controller';
import { HandOverController } from './hand-over.controller';
import { HandOver } from './hand-over.service';
import { MergeController } from './merge.controller';
import { OpenCaseController } from './open-case.controller';
import { TransferPackController } from './transfer-pack.controller';

/** Children by hand: adding, correcting, opening a case, handing cases over. */
@Module({
  imports: [CaseReadingModule, CasesModule, PeopleModule, SupportModule],
  controllers: [
    AddChildController,
    ContactsController,
    ChildrenController,
    ChronologyController,
    HandOverController,
    MergeController,
    OpenCaseController,
    TransferPackController,
  ],
  providers: [ChildPages, ChildStory, HandOver],
  exports: [ChildPages],
})
export class ChildrenModule {}

import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { CasesApiController } from './cases-api.controller';
import { UndoApiController } from './undo-api.controller';
import { ChildrenApiController } from './children-api.controller';

/** JSON under /api: the pages' commands for programs. */
@Module({
  imports: [PeopleModule],
  controllers: [CasesApiController, UndoApiController, ChildrenApiController],
})
export class ApiModule {}

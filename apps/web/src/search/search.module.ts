import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { SearchController } from './search.controller';

/** Finding a child, a case or a school. */
@Module({ imports: [PeopleModule], controllers: [SearchController] })
export class SearchModule {}

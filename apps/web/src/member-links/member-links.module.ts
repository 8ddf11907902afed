import { PanelsModule as PanelsLibrary } from '@app/panels';
import { Module } from '@nestjs/common';
import { PanelPages } from '../panels/panel-pages.service';
import { AnswerController } from './answer.controller';
import { MemberLinksController } from './member-links.controller';

/** Members who have no account answer and sign by a link. */
@Module({
  imports: [PanelsLibrary],
  controllers: [MemberLinksController, AnswerController],
  providers: [PanelPages],
})
export class MemberLinksModule {}

import { CaseReadingModule } from '@app/casework';
import { LettersModule } from '@app/letters';
import { ReportingModule } from '@app/reporting';
import { Module } from '@nestjs/common';
import { MessageDeskController } from './message-desk.controller';
import { MessagesController } from './messages.controller';

/** What has been said to people. */
@Module({
  imports: [ReportingModule, CaseReadingModule, LettersModule.forRoot()],
  controllers: [MessagesController, MessageDeskController],
})
export class MessagesModule {}

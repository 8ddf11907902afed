import { type DynamicModule, Module } from '@nestjs/common';
import { CaseLinks } from './case-links';
import { MessageDesk } from './ledger/message-desk.service';
import { MessageLedger } from './ledger/message-ledger.service';
import { Settlement } from './ledger/settlement.service';
import { NoticeWriter } from './notice-writer.service';

const SERVICES = [MessageDesk, MessageLedger, NoticeWriter, Settlement];

/** What is said to people: words, readers, and the ledger that sends each message once. Needs database, clock and casework modules. */
@Module({})
export class LettersModule {
  /** `publicUrl` is the address people type to reach Causeway; without it letters give a path only. */
  static forRoot({ publicUrl }: { publicUrl?: string | undefined } = {}): DynamicModule {
    return {
      module: LettersModule,
      providers: [{ provide: CaseLinks, useValue: new CaseLinks(publicUrl) }, ...SERVICES],
      exports: SERVICES,
    };
  }
}

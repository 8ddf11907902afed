import { Module } from '@nestjs/common';
import { HelpController } from './help.controller';

/** Help, and the pages that say how Causeway treats people and their data. */
@Module({ controllers: [HelpController] })
export class HelpModule {}

import { Module } from '@nestjs/common';
import { LawController } from './law.controller';
import { PackController } from './pack.controller';

/** The rule book as people read it, and packs of law that change it. */
@Module({ controllers: [LawController, PackController] })
export class LawModule {}

import { Module } from '@nestjs/common';
import { DaysOffController } from './days-off.controller';
import { LawController } from './law.controller';
import { PackController } from './pack.controller';

/** The rule book as people read it, and packs of law that change it. */
@Module({ controllers: [DaysOffController, LawController, PackController] })
export class LawModule {}

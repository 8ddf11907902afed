import { Module } from '@nestjs/common';
import { LawController } from './law.controller';

/** The rule book as people read it, and packs of law that change it. */
@Module({ controllers: [LawController] })
export class LawModule {}

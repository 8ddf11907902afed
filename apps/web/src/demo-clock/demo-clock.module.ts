import { Module } from '@nestjs/common';
import { DemoClockController } from './demo-clock.controller';

/** Moving the day of a demonstration. */
@Module({ controllers: [DemoClockController] })
export class DemoClockModule {}

import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { WhatIfController } from './what-if.controller';

/** Dates without a case. */
@Module({ imports: [PeopleModule], controllers: [WhatIfController] })
export class WhatIfModule {}

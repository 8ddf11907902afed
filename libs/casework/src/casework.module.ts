import { Global, Module } from '@nestjs/common';
import { Calendars } from './calendars';
import { CaseworkService } from './casework.service';

/** A case: the door that changes it, and the calendars it counts in. */
@Global()
@Module({ providers: [CaseworkService, Calendars], exports: [CaseworkService, Calendars] })
export class CaseworkModule {}

import { Module } from '@nestjs/common';
import { FeedImport } from './feeds/feed-import.service';

const SERVICES = [FeedImport];

/** Attendance and suspensions, and who is found in them. Needs DatabaseModule, ClockModule and CaseworkModule, which are global. */
@Module({ providers: SERVICES, exports: SERVICES })
export class AttendanceModule {}

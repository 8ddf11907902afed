import { Module } from '@nestjs/common';
import { AtRiskReader } from './facts/at-risk-reader.service';
import { FeedImport } from './feeds/feed-import.service';
import { NightlyRules } from './nightly/nightly-rules.service';

const SERVICES = [AtRiskReader, FeedImport, NightlyRules];

/** Attendance and suspensions, and who is found in them. Needs DatabaseModule, ClockModule and CaseworkModule, which are global. */
@Module({ providers: SERVICES, exports: SERVICES })
export class AttendanceModule {}

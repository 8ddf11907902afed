import { PeopleModule } from '@app/people';
import { Module } from '@nestjs/common';
import { AtRiskReader } from './facts/at-risk-reader.service';
import { FeedImport } from './feeds/feed-import.service';
import { MatchQueue } from './feeds/match-queue.service';
import { NightlyRules } from './nightly/nightly-rules.service';
import { DataQualityReader } from './quality/data-quality.service';

const SERVICES = [AtRiskReader, DataQualityReader, FeedImport, MatchQueue, NightlyRules];

/** Attendance and suspensions, and who is found in them. Needs DatabaseModule, ClockModule and CaseworkModule, which are global. */
@Module({ imports: [PeopleModule], providers: SERVICES, exports: SERVICES })
export class AttendanceModule {}

import { Global, Module } from '@nestjs/common';
import { AccessLog } from './access-log';
import { Refusals } from './refusals';

/** Who looked at what; the rules themselves are plain functions. */
@Global()
@Module({ providers: [AccessLog, Refusals], exports: [AccessLog, Refusals] })
export class AccessModule {}

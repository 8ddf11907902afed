import { Global, Module } from '@nestjs/common';
import { AccessLog } from './access-log';

/** Who looked at what; the rules themselves are plain functions. */
@Global()
@Module({ providers: [AccessLog], exports: [AccessLog] })
export class AccessModule {}

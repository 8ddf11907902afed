import { Controller, Get, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { WorkerReadiness } from './readiness.service';

/** For whoever watches the process; holds no data about people. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: WorkerReadiness) {}

  @Get('live')
  live(@Res({ passthrough: true }) reply: FastifyReply) {
    reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  }

  /** 503 while the work cannot be done at all; 200 with sentences in `degraded` while it is only slower. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    reply.header('cache-control', 'no-store');
    const { isReady, ...rest } = await this.readiness.check();
    if (!isReady) reply.code(503);
    return {
      status: isReady ? (rest.degraded.length ? 'degraded' : 'ok') : 'unavailable',
      ...rest,
    };
  }
}

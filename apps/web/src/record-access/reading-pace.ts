import { type AskedRecord, Refusals } from '@app/access';
import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Config } from '../config';
import { CONFIG } from '../config.token';
import { TooManyRecords } from '../errors/refusals';

/** Slows down whoever reads the records of very many children in a short time. */
@Injectable()
export class ReadingPace {
  constructor(
    private readonly refusals: Refusals,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** For the `onRequest` hook, after the session and the policy. @throws TooManyRecords */
  async refuseHaste(request: FastifyRequest): Promise<void> {
    const asked = askedRecord(request);
    if (!request.session || request.method !== 'GET' || !asked) return;
    const { actor } = request.session;
    if (!(await this.refusals.mayRead(actor, asked, this.config.recordsLimit)))
      throw new TooManyRecords();
  }
}

/** The one record that a request is about, by the address of its page; undefined for lists and for all that is no record. */
export function askedRecord({ routeOptions, params }: FastifyRequest): AskedRecord | undefined {
  const relation = routeOptions.config.policy?.relation;
  const { reference, id } = (params ?? {}) as { reference?: string; id?: string };
  if (relation && reference) return { reference };
  return relation === 'child' && id ? { childId: id } : undefined;
}

import { PolicyPacks } from '@app/casework';
import { inLocalWords } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';

/** The council's own names, put into every page, file of figures and answer of the API as it leaves: one Fastify hook. */
@Injectable()
export class LocalWordsHook {
  constructor(
    private readonly policies: PolicyPacks,
    private readonly clock: Clock,
  ) {}

  /** A Fastify `onSend` hook; what is not text goes on as it is. */
  async onSend({ session }: FastifyRequest, payload: unknown): Promise<unknown> {
    if (typeof payload !== 'string' || inLocalWords(payload, {}) === payload) return payload;
    const { authority } = session?.actor ?? {};
    const words = authority ? await this.policies.words(authority, this.clock.today()) : {};
    return inLocalWords(payload, words);
  }
}

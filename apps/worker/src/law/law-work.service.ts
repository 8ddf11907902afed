import { LawRounds } from '@app/casework';
import { Injectable, Logger } from '@nestjs/common';
import { TickerLease } from '../beat/ticker-lease.service';

/** At most so many cases in one look, so that other work gets its turn. */
const AT_ONCE = 500;

/** Judges open cases under packs of law that wait, and takes them over to those that were approved; one worker at a time. */
@Injectable()
export class LawWork {
  private readonly log = new Logger('Law');

  constructor(
    private readonly rounds: LawRounds,
    private readonly lease: TickerLease,
  ) {}

  /** @returns whether there is more to do now */
  async run(): Promise<boolean> {
    if (!(await this.rounds.unfinished()).length) return false;
    let isMore = false;
    await this.lease.whileElected('law', async () => {
      for (const { id } of await this.rounds.unfinished())
        isMore = (await this.hasMore(id)) || isMore;
    });
    return isMore;
  }

  /** A pack that makes trouble does not hold up the next, and is taken up again at the next look. */
  private async hasMore(id: string): Promise<boolean> {
    try {
      return !(await this.rounds.goOn(id, AT_ONCE)).isDone;
    } catch (error) {
      this.log.warn(`Pack ${id} stopped and is taken up again: ${String(error)}`);
      return false;
    }
  }
}

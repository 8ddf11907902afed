import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { checkRows } from '../staging/check-rows';
import { type Download } from '../staging/error-file';
import { receiveFile, type Received } from '../staging/receive-file';
import { mustBeId, StagedFiles } from '../staging/staged-files';
import { commitRows, type OpenCase } from './commit-rows';
import { judgeRows, outcomeOf } from './judge-rows';
import { NOMINATION_FILE } from './nomination-file';
import { nominationTemplate } from './template';

/** Year 6 nominations from a CSV file: receive, check without changing anything, then add the good rows. */
@Injectable()
export class NominationImport extends StagedFiles {
  constructor(
    @Inject(Statements) private readonly database: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super(database, [NOMINATION_FILE.kind]);
  }

  /** Stores a file to be checked; the same bytes again are the same file. Throws FileRefused. */
  receive(actor: Actor, bytes: Uint8Array): Promise<Received> {
    return receiveFile(this.database, NOMINATION_FILE, { actor, at: this.clock.now() }, bytes);
  }

  /** The dry run, from where it stopped to its end. */
  async check(fileId: string): Promise<void> {
    mustBeId(fileId);
    const today = this.clock.today();
    await checkRows(this.database, fileId, async (tx, file, rows) =>
      (await judgeRows(tx, file, rows, today)).map(outcomeOf),
    );
  }

  /** Adds the good rows of a confirmed file, from where it stopped to its end. Running it again changes nothing. */
  async commit(actor: Actor, fileId: string, openCase: OpenCase): Promise<void> {
    mustBeId(fileId);
    await commitRows({ statements: this.database, clock: this.clock, openCase }, actor, fileId);
  }

  /** An empty file with the headings and one example row. */
  template(): Download {
    return nominationTemplate();
  }
}

import { type Actor } from '@app/access';
import { FeedImport } from '@app/attendance';
import { CaseworkService } from '@app/casework';
import { Statements } from '@app/database';
import { NominationImport, type UnfinishedFile } from '@app/people';
import { Injectable, Logger } from '@nestjs/common';
import { TickerLease } from '../beat/ticker-lease.service';

/** Goes on with files of nominations and feeds that somebody uploaded or confirmed, from where they stopped; one worker at a time. */
@Injectable()
export class ImportRuns {
  private readonly log = new Logger('Imports');

  constructor(
    private readonly statements: Statements,
    private readonly imports: NominationImport,
    private readonly feeds: FeedImport,
    private readonly casework: CaseworkService,
    private readonly lease: TickerLease,
  ) {}

  async run(): Promise<void> {
    if (!(await this.unfinished()).length) return;
    await this.lease.whileElected('imports', async () => {
      for (const file of await this.unfinished()) await this.goOn(file);
    });
  }

  private async unfinished(): Promise<UnfinishedFile[]> {
    return [...(await this.imports.unfinished()), ...(await this.feeds.unfinished())];
  }

  /** A file that makes trouble stays where it is and does not hold up the next. */
  private async goOn(file: UnfinishedFile): Promise<void> {
    try {
      const engine = file.kind === 'nominations' ? this.imports : this.feeds;
      if (file.status === 'checking') await engine.check(file.fileId);
      else await this.commit(file);
    } catch (error) {
      this.log.warn(`File ${file.fileId} stopped and is taken up again: ${String(error)}`);
    }
  }

  private async commit({ fileId, kind, authority, officerId }: UnfinishedFile): Promise<void> {
    const [actor] = await this.statements.run<Actor>('import-officer', OFFICER, [
      authority,
      officerId,
    ]);
    if (!actor) throw new Error('the officer who confirmed it is not known');
    if (kind !== 'nominations') return this.feeds.commit(actor, fileId);
    await this.imports.commit(actor, fileId, (who, nomination) =>
      this.casework.open(who, { pathway: 'y6_transition', ...nomination }),
    );
  }
}

const OFFICER = `
SELECT id, authority, name, roles, team_id AS "teamId", school_urn AS "schoolUrn" FROM officer
WHERE authority = $1 AND id = $2`;

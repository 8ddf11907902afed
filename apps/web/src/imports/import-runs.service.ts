import { type Actor } from '@app/access';
import { FeedImport } from '@app/attendance';
import { CaseworkService } from '@app/casework';
import { NominationImport, Officers, type UnfinishedFile } from '@app/people';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';

const LONG = 5_000; // milliseconds: a small file is done before its page is shown

/**
 * Checks and adds rows after the answer has gone out, in short transactions. What is cut off goes on when the server
 * starts, when its page is opened, or in the worker; running twice at once adds nothing twice.
 */
@Injectable()
export class ImportRuns implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Imports');
  private readonly running = new Map<string, Promise<void>>();
  private stopping = false;

  constructor(
    private readonly imports: NominationImport,
    private readonly feeds: FeedImport,
    private readonly officers: Officers,
    private readonly casework: CaseworkService,
  ) {}

  onApplicationBootstrap(): void {
    void this.goOnWithAll().catch((error: unknown) =>
      this.log.warn(`Could not look for unfinished files: ${String(error)}`),
    );
  }

  /** What runs is cut off and goes on after the next start: nobody waits for 20,000 rows. */
  onApplicationShutdown(): void {
    this.stopping = true;
  }

  /** Goes on with one file if nothing here does so already; waits at most `wait` milliseconds for its end. */
  async goOn(fileId: string, wait = 0): Promise<void> {
    const run = this.running.get(fileId) ?? this.start(fileId);
    if (wait)
      await Promise.race([
        run,
        new Promise((resolve) => setTimeout(resolve, Math.min(wait, LONG)).unref()),
      ]);
  }

  private start(fileId: string): Promise<void> {
    const run = this.workOn(fileId)
      .catch((error: unknown) => this.cutOff(fileId, error))
      .finally(() => this.running.delete(fileId));
    this.running.set(fileId, run);
    return run;
  }

  private cutOff(fileId: string, error: unknown): void {
    if (!this.stopping)
      this.log.warn(`File ${fileId} stopped and is taken up again: ${String(error)}`);
  }

  private async workOn(fileId: string): Promise<void> {
    const file = (await this.unfinished()).find((each) => each.fileId === fileId);
    const engine = file?.kind === 'nominations' ? this.imports : this.feeds;
    if (file?.status === 'checking') await engine.check(fileId);
    if (file?.status === 'committing') await this.add(file);
  }

  private async unfinished(): Promise<UnfinishedFile[]> {
    return [...(await this.imports.unfinished()), ...(await this.feeds.unfinished())];
  }

  private async add({ fileId, kind, authority, officerId }: UnfinishedFile): Promise<void> {
    const actor = await this.actorOf(authority, officerId);
    if (!actor) throw new Error('the officer who confirmed it is not known');
    if (kind !== 'nominations') return this.feeds.commit(actor, fileId);
    await this.imports.commit(actor, fileId, (who, nomination) =>
      this.casework.open(who, { pathway: 'y6_transition', ...nomination }),
    );
  }

  private async actorOf(authority: string, officerId: string): Promise<Actor | undefined> {
    const asked: Actor = {
      id: officerId,
      authority,
      name: '',
      roles: [],
      teamId: null,
      schoolUrn: null,
    };
    const officer = await this.officers.find(asked, officerId);
    return (
      officer && { ...asked, name: officer.name, roles: officer.roles, teamId: officer.teamId }
    );
  }

  private async goOnWithAll(): Promise<void> {
    for (const { fileId } of await this.unfinished()) await this.goOn(fileId);
  }
}

import { Statements } from '@app/database';
import { type DigestLine, type DigestNotice, n20, n62, writeMessages } from '@app/letters';
import { asksIn, pathwayNamed } from '@app/pathways';
import { addDays, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import {
  digestLineOf,
  isBreach,
  isUnallocated,
  isWorthSaying,
  type OpenClock,
} from './digest-lines';
import { DIGEST_CLOCKS, DIGEST_READERS } from './digests.sql';
import { type AboutMany, messageAboutMany, type Reader as Person } from './message-about-many';
import { type Morning } from './morning';

const HORIZON_DAYS = 30;
const MOST_LINES = 40;

interface Reader extends Person {
  readonly roles: readonly string[];
  readonly teamId: string | null;
  readonly council: string;
}

/** N-62 and N-20: one line in the app for each person and morning, whatever there is to say. */
@Injectable()
export class Digests {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** @returns number of digests written */
  async write(morning: Morning): Promise<number> {
    const { authority, day, calendar } = morning;
    const open = await this.statements.run<OpenClock>('digest-clocks', DIGEST_CLOCKS, [
      authority,
      addDays(day, HORIZON_DAYS),
      day,
    ]);
    const clocks = open.filter(asks);
    const worth = clocks.filter((clock) => isWorthSaying(clock, day, calendar));
    const readers = await this.statements.run<Reader>('digest-readers', DIGEST_READERS, [
      authority,
    ]);
    const messages = readers.flatMap((reader) => [
      ...this.digest(
        n62,
        reader,
        morning,
        worth.filter((clock) => concerns(reader, clock, morning)),
      ),
      ...this.digest(
        n20,
        reader,
        morning,
        clocks.filter((clock) => isUnallocated(clock, day) && allocates(reader, clock)),
      ),
    ]);
    const dueAt = this.clock.now();
    const due = messages.map((message) => ({ ...message, dueAt }));
    return (await writeMessages(this.statements, due)).length;
  }

  private digest(
    notice: DigestNotice,
    reader: Reader,
    { authority, day, calendar }: Morning,
    clocks: readonly OpenClock[],
  ): AboutMany[] {
    if (!clocks.length) return [];
    const lines: DigestLine[] = clocks
      .slice(0, MOST_LINES)
      .map((clock) => digestLineOf(clock, day, calendar));
    const words = notice.words({
      council: reader.council,
      reader: reader.name,
      day,
      lines,
      more: clocks.length - lines.length,
    });
    return [
      messageAboutMany(words, {
        authority,
        key: ['digest', notice.code, reader.id, day].join(':'),
        notice: notice.code,
        recipient: `officer:${reader.id}`,
        officerId: reader.id,
        address: null,
      }),
    ];
  }
}

function asks({ pathway, pathwayVersion, code, regions }: OpenClock): boolean {
  return asksIn(pathwayNamed(pathway, pathwayVersion).clocks, code, regions);
}

/** What a person holds or covers; a manager also hears of every date of law that was missed in their team. */
function concerns({ id, roles, teamId }: Reader, clock: OpenClock, { day }: Morning): boolean {
  if (clock.ownerId === id || clock.coverId === id) return true;
  if (!roles.includes('send_manager') || !isBreach(clock, day)) return false;
  return teamId === null || clock.teamId === null || clock.teamId === teamId;
}

function allocates({ roles, teamId }: Reader, clock: OpenClock): boolean {
  const { seenBy } = pathwayNamed(clock.pathway, clock.pathwayVersion);
  if (seenBy.includes('transition_lead') && roles.includes('transition_lead')) return true;
  return (
    roles.includes('send_manager') &&
    (teamId === null || clock.teamId === null || clock.teamId === teamId)
  );
}

import { Calendars } from '@app/casework';
import { type Runner, Statements } from '@app/database';
import { departureOf, letterSettings, openTasks, writeMessages } from '@app/letters';
import { audienceOf } from '@app/panels';
import {
  addDays,
  type CalendarDay,
  Clock,
  lastDayOf,
  londonInstant,
} from '@app/statutory-calendar';
import { Injectable, Logger } from '@nestjs/common';
import { aboutItem } from './item-messages';
import {
  type Changed,
  papersOut,
  type Sender,
  sittingsMoved,
  type Written,
} from './sitting-messages';
import { CLAIM, COUNCIL, SITTING_NEWS, type SittingNews } from './sitting-news.sql';

/** An item that was settled longer ago has been heard of in another way. */
const HEARD_OF_AFTER = 14;
const CALLED_OFF: readonly string[] = ['MEETING_CANCELLED', 'RELISTED'];

/**
 * Writes to members and schools what happened to a sitting: papers out (N-17), another day or none (N-18), a school's
 * part that is missing (N-45), what was agreed with a school (N-16). The rows of sittings themselves are what is left to
 * do, and what was told is marked in the transaction that writes the messages.
 */
@Injectable()
export class SittingPost {
  private readonly log = new Logger('Sittings');

  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  /** @returns how many messages were written */
  async run(): Promise<number> {
    const today = this.clock.today();
    const all = await this.statements.run<SittingNews>('sitting-news', SITTING_NEWS, [
      today,
      londonInstant(addDays(today, -HEARD_OF_AFTER), '00:00'),
    ]);
    let written = 0;
    for (const news of byPanel(all)) written += await this.ofPanel(news);
    return written;
  }

  /** A panel that makes trouble does not hold up another; what it has is tried at the next look. */
  private async ofPanel(news: readonly SittingNews[]): Promise<number> {
    try {
      return await this.statements.together((tx) => this.tell(tx, news));
    } catch (error) {
      this.log.warn(`Messages of sitting ${news[0]!.sittingId}: ${(error as Error).message}`);
      return 0;
    }
  }

  private async tell(tx: Runner, news: readonly SittingNews[]): Promise<number> {
    const { authority } = news[0]!;
    const claimed = await tx.run<{ sittingId: string; what: string }>('sitting-claim', CLAIM, [
      news.map(({ sittingId }) => sittingId),
      news.map(({ what }) => what),
      authority,
      this.clock.now(),
    ]);
    const own = news.filter((it) =>
      claimed.some(({ sittingId, what }) => sittingId === it.sittingId && what === it.what),
    );
    const [council] = await tx.run<Council>('sitting-council', COUNCIL, [authority]);
    const { name, settings, managers } = council!;
    const sender = { authority, council: name, contact: letterSettings(settings, name).contact };
    return this.write(tx, sender, [
      ...(await this.papers(tx, sender, own)),
      ...(await this.moves(tx, sender, own)),
      ...(await this.items(tx, { ...sender, managers }, own)),
    ]);
  }

  private async papers(tx: Runner, sender: Sender, news: readonly SittingNews[]) {
    const written: Written[] = [];
    for (const { authority, sittingId } of news.filter(({ kind }) => kind === 'AGENDA_LOCKED'))
      written.push(...papersOut(await audienceOf(tx, authority, sittingId), sender));
    return written;
  }

  /** A sitting that moved twice, or moved and was called off, is told of once, as it stands. */
  private async moves(tx: Runner, sender: Sender, news: readonly SittingNews[]) {
    const changed = new Map<string, Changed>();
    for (const it of news) {
      const isOff = CALLED_OFF.includes(it.kind);
      if (!isOff && it.kind !== 'MOVED') continue;
      const before = changed.get(it.sittingId);
      const audience = before?.audience ?? (await audienceOf(tx, it.authority, it.sittingId));
      const was = before?.was ?? it.was ?? audience.on;
      changed.set(it.sittingId, { audience, was, news: isOff ? it : (before?.news ?? it) });
    }
    return sittingsMoved([...changed.values()], sender);
  }

  private async items(
    tx: Runner,
    sender: Sender & { managers: readonly string[] },
    news: readonly SittingNews[],
  ) {
    const calendar = await this.calendars.forAuthority(sender.authority);
    const by = lastDayOf({ unit: 'WD', n: 5 }, this.clock.today(), calendar);
    const written: Written[] = [];
    for (const it of news.filter(({ itemId }) => itemId))
      written.push(...(await aboutItem(tx, it, sender, by)));
    return written;
  }

  private async write(tx: Runner, { authority }: Sender, written: readonly Written[]) {
    const calendar = await this.calendars.forAuthority(authority);
    const messages = written.flatMap((it) => ('message' in it ? [it.message] : []));
    const today = this.clock.today();
    const dueOn = lastDayOf({ unit: 'WD', n: 1 }, today, calendar);
    await openTasks(
      tx,
      written.flatMap((it) =>
        'unreachable' in it ? [byHand(it.unreachable, { authority, today, dueOn })] : [],
      ),
    );
    const ids = await writeMessages(
      tx,
      messages.map((message) => ({
        ...message,
        dueAt: departureOf(this.clock.now(), message.channel, calendar),
      })),
    );
    return ids.length;
  }
}

interface Council {
  readonly [column: string]: unknown;
  readonly name: string;
  readonly settings: unknown;
  readonly managers: readonly string[];
}

function byPanel(all: readonly SittingNews[]): SittingNews[][] {
  const panels = new Map<string, SittingNews[]>();
  for (const news of all) panels.set(news.panelId, [...(panels.get(news.panelId) ?? []), news]);
  return [...panels.values()];
}

const byHand = (
  { name, key }: { name: string; key: string },
  { authority, today, dueOn }: { authority: string; today: CalendarDay; dueOn: CalendarDay },
) => ({
  authority,
  caseId: null,
  sourceKey: `no-address:${key}`,
  text: `Ring ${name}: a message about a sitting could not be sent`,
  why: 'The school has no e-mail address in the register, and nobody there has an account.',
  officerId: null,
  forRole: 'panel_coordinator',
  openedOn: today,
  dueOn: dueOn,
});

import { createHash, randomBytes } from 'node:crypto';
import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { addDays, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type CalendarFeed, type FeedSitting } from '../documents/calendar-models';
import { type Panel, seesAllPanels } from './panel';
import { sitsOnDay } from './panels.service';

/** A calendar link of somebody's own. Its address is shown once and kept nowhere. */
export interface FeedLink {
  readonly id: string;
  /** Null for all the panels that they sit on. */
  readonly panel: string | null;
  readonly madeAt: Date;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Sittings stay in a feed so long after they were held. */
const DAYS_BACK = 56;

/** Calendar links: who has the address reads when panels sit, and nothing about anybody on their agendas. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The links of this person that work. */
  of(actor: Actor): Promise<FeedLink[]> {
    return this.statements.run<FeedLink & Record<string, unknown>>('feeds-own', OWN, [actor.id]);
  }

  /** A new link, for all own panels or for one; an older one for the same stops working. @returns its token */
  async make(actor: Actor, panel: Panel | undefined): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.statements.together(async (tx) => {
      await tx.run('feed-officer-lock', LOCK, [actor.id]);
      await tx.run('feed-replace', REPLACE, [actor.id, panel?.id ?? null, now]);
      await tx.run('feed-make', MAKE, [
        ...[actor.authority, actor.id, panel?.id ?? null, hashed(token), now],
      ]);
    });
    return token;
  }

  /** Ends one own link. @returns whether there was one */
  async revoke(actor: Actor, id: string): Promise<boolean> {
    if (!ID.test(id)) return false;
    const ended = await this.statements.run('feed-revoke', REVOKE, [
      actor.id,
      id,
      this.clock.now(),
    ]);
    return ended.length > 0;
  }

  /** What the link shows now; undefined when it was revoked, never was, or its owner may no longer see the panel. */
  async open(token: string): Promise<Omit<CalendarFeed, 'host'> | undefined> {
    const [feed] = await this.statements.run<OpenFeed>('feed-open', OPEN, [hashed(token)]);
    if (!feed) return undefined;
    const today = this.clock.today();
    const values = [feed.officerId, addDays(today, -DAYS_BACK)];
    const isOwn = feed.panelId === null || !seesAllPanels(feed);
    if (isOwn && feed.panelId && !(await this.sitsNow(feed, today))) return undefined;
    const sittings = await this.statements.run<FeedSitting & Record<string, unknown>>(
      'feed-sittings',
      SITTINGS,
      [...[feed.authority, ...values, feed.panelId, isOwn]],
    );
    return {
      name: feed.panel ?? 'Your panels',
      sittings: sittings.map(({ movedFrom, ...sitting }) => ({
        ...sitting,
        ...(movedFrom && { movedFrom }),
      })),
    };
  }

  private async sitsNow({ panelId, officerId }: OpenFeed, today: CalendarDay): Promise<boolean> {
    const seats = await this.statements.run('feed-seat', SEAT, [panelId, officerId, today]);
    return seats.length > 0;
  }
}

interface OpenFeed extends Pick<Actor, 'authority'> {
  readonly [column: string]: unknown;
  readonly officerId: string;
  readonly roles: readonly Role[];
  readonly panelId: string | null;
  readonly panel: string | null;
}

const hashed = (token: string) => createHash('sha256').update(token).digest();

const OWN = `
SELECT f.id, p.name AS panel, f.made_at AS "madeAt"
FROM calendar_feed f LEFT JOIN panel p ON p.id = f.panel_id
WHERE f.officer_id = $1 AND f.revoked_at IS NULL ORDER BY p.name NULLS FIRST`;

const LOCK = `SELECT id FROM officer WHERE id = $1 FOR NO KEY UPDATE`;

const REPLACE = `
UPDATE calendar_feed SET revoked_at = $3 WHERE officer_id = $1 AND panel_id IS NOT DISTINCT FROM $2::uuid AND revoked_at IS NULL`;

const MAKE = `
INSERT INTO calendar_feed (authority, officer_id, panel_id, token_hash, made_at) VALUES ($1, $2, $3, $4, $5)`;

const REVOKE = `
UPDATE calendar_feed SET revoked_at = $3 WHERE officer_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING id`;

const OPEN = `
SELECT f.authority, f.officer_id AS "officerId", o.roles, f.panel_id AS "panelId", p.name AS panel
FROM calendar_feed f JOIN officer o ON o.id = f.officer_id AND o.active LEFT JOIN panel p ON p.id = f.panel_id
WHERE f.token_hash = $1 AND f.revoked_at IS NULL`;

const SEAT = `
SELECT m.id FROM panel_member m WHERE m.panel_id = $1 AND m.officer_id = $2 AND ${sitsOnDay('m', '$3::date')}`;

/** $1 council, $2 officer, $3 from which day, $4 panel or null, $5 only days on which the officer sits on the panel. */
const SITTINGS = `
SELECT s.id, p.name AS panel, s.starts_at AS "startsAt", s.starts_at + make_interval(mins => s.minutes) AS "endsAt",
  s.calendar_sequence AS version, greatest(s.calendar_at, (SELECT max(e.at) FROM sitting_event e WHERE e.sitting_id = s.id AND e.type = 'MEETING_CANCELLED')) AS "changedAt",
  s.stage = 'cancelled' AS "isCancelled",
  CASE WHEN s.sits_on <> s.planned_for
    THEN (s.planned_for + (s.starts_at AT TIME ZONE 'Europe/London')::time) AT TIME ZONE 'Europe/London' END AS "movedFrom"
FROM sitting s JOIN panel p ON p.id = s.panel_id
WHERE s.authority = $1 AND s.sits_on >= $3::date AND ($4::uuid IS NULL OR p.id = $4)
  AND (NOT $5::boolean OR EXISTS (
    SELECT FROM panel_member m WHERE m.panel_id = p.id AND m.officer_id = $2 AND ${sitsOnDay('m', 's.sits_on')}))
ORDER BY s.starts_at, s.id`;

import { createHash, randomBytes } from 'node:crypto';
import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type SittingStage } from '../pure/sitting-events';
import { type PanelMember } from './members';
import { PanelMembers } from './panel-members.service';
import { type PanelSitting } from './panel-sittings.service';
import { sitsOnDay } from './panels.service';
import { Replies, type TypedReply } from './replies.service';

/** A link that works still; its address was shown once and is kept nowhere. */
export interface MemberLink {
  readonly id: string;
  /** Null where it is for the confidentiality statement. */
  readonly sitsOn: string | null;
  readonly endsAt: Date;
}

/** What the page behind a link may know: the member, the panel, and a day. Nothing of any child is in it. */
export interface OpenLink {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly authority: string;
  readonly memberId: string;
  readonly member: string;
  readonly panel: string;
  readonly madeBy: string;
  readonly sitting: {
    readonly id: string;
    readonly sitsOn: string;
    readonly stage: SittingStage;
    readonly startsAt: string;
    readonly minutes: number;
  } | null;
}

/** The link was used, ended, or never was: the answer is the same. */
export class MemberLinkOver extends Error {}

const DAYS = 14;
const DAY = 86_400_000;

/** Links with which members who have no account answer for a sitting and sign the confidentiality statement, each once. */
@Injectable()
export class MemberLinks {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly members: PanelMembers,
    private readonly replies: Replies,
  ) {}

  /** Those of a member that work. */
  of({ id }: PanelMember): Promise<MemberLink[]> {
    return this.statements.run<MemberLink & Record<string, unknown>>('member-links', OF, [
      id,
      this.clock.now(),
    ]);
  }

  /** A new link, for the sitting or else the statement; an older one for the same ends. @returns its token */
  async make(
    { authority, id }: Actor,
    member: PanelMember,
    sitting: PanelSitting | undefined,
  ): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const latest = now.getTime() + DAYS * DAY;
    const endsAt = new Date(Math.min(latest, sitting?.startsAt.getTime() ?? latest));
    await this.statements.together(async (tx) => {
      await tx.run('member-link-one-at-a-time', ONE_AT_A_TIME, [member.id]);
      await tx.run('member-link-replace', REPLACE, [member.id, sitting?.id ?? null, now]);
      const values = [authority, member.id, sitting?.id ?? null, hashed(token), id, now, endsAt];
      await tx.run('member-link-make', MAKE, values);
    });
    return token;
  }

  /** Ends a link of this member. @returns whether there was one */
  async revoke({ id }: PanelMember, linkId: string): Promise<boolean> {
    const values = [id, linkId, this.clock.now()];
    return (await this.statements.run('member-link-revoke', REVOKE, values)).length > 0;
  }

  /** @throws MemberLinkOver */
  open(token: string): Promise<OpenLink> {
    return this.found(this.statements, token, false);
  }

  /** Keeps the answer for the sitting; the link is used then. @throws MemberLinkOver, BadDetails: the link still works then */
  async reply(token: string, typed: TypedReply): Promise<void> {
    await this.statements.together(async (tx) => {
      const { authority, madeBy, memberId, sitting } = await this.used(tx, token);
      if (!sitting) throw new MemberLinkOver();
      await this.replies.answerIn(tx, { authority, id: madeBy }, { sitting, memberId, typed });
    });
  }

  /** Signs the confidentiality statement; the link is used then. @throws MemberLinkOver */
  async sign(token: string): Promise<void> {
    await this.statements.together(async (tx) => {
      const { memberId, sitting } = await this.used(tx, token);
      if (sitting) throw new MemberLinkOver();
      await this.members.signIn(tx, memberId);
    });
  }

  private async used(tx: Runner, token: string): Promise<OpenLink> {
    const link = await this.found(tx, token, true);
    await tx.run('member-link-used', USED, [link.id, this.clock.now()]);
    return link;
  }

  private async found(runner: Runner, token: string, isHeld: boolean): Promise<OpenLink> {
    const values = [hashed(token), this.clock.now(), this.clock.today()];
    const [link] = await runner.run<OpenLink>(
      isHeld ? 'member-link-hold' : 'member-link-open',
      isHeld ? `${OPEN} FOR UPDATE OF l` : OPEN,
      values,
    );
    if (!link) throw new MemberLinkOver();
    return link;
  }
}

const hashed = (token: string) => createHash('sha256').update(token).digest();

const LIVE = 'l.used_at IS NULL AND l.revoked_at IS NULL';

const OF = `
SELECT l.id, s.sits_on AS "sitsOn", l.ends_at AS "endsAt" FROM member_link l LEFT JOIN sitting s ON s.id = l.sitting_id
WHERE l.member_id = $1 AND ${LIVE} AND l.ends_at > $2 ORDER BY s.sits_on NULLS FIRST`;

const ONE_AT_A_TIME = 'SELECT id FROM panel_member WHERE id = $1 FOR NO KEY UPDATE';

const REPLACE = `
UPDATE member_link l SET revoked_at = $3 WHERE l.member_id = $1 AND l.sitting_id IS NOT DISTINCT FROM $2::uuid AND ${LIVE}`;

const MAKE = `
INSERT INTO member_link (authority, member_id, sitting_id, token_hash, made_by, made_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`;

const REVOKE = `UPDATE member_link l SET revoked_at = $3 WHERE l.member_id = $1 AND l.id::text = $2 AND ${LIVE} RETURNING l.id`;

const USED = 'UPDATE member_link SET used_at = $2 WHERE id = $1';

/** $1 hash of the token, $2 now, $3 today. Somebody who has an account by now signs in instead. */
const OPEN = `
SELECT l.id, l.authority, l.member_id AS "memberId", m.name AS member, p.name AS panel, l.made_by AS "madeBy",
  CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'sitsOn', s.sits_on, 'stage', s.stage, 'startsAt', s.starts_at, 'minutes', s.minutes) END AS sitting
FROM member_link l JOIN panel_member m ON m.id = l.member_id JOIN panel p ON p.id = m.panel_id LEFT JOIN sitting s ON s.id = l.sitting_id
WHERE l.token_hash = $1 AND ${LIVE} AND l.ends_at > $2 AND m.officer_id IS NULL AND ${sitsOnDay('m', 'coalesce(s.sits_on, $3::date)')}`;

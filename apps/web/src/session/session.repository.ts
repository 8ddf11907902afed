import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Flash } from '../page';
import { type Session, type SessionData } from './session';
import { hashOf, randomToken } from './tokens';

const IDLE = `interval '30 minutes'`;
const WHOLE = `interval '10 hours'`;

const LOOK_UP = `
  SELECT s.csrf_secret, s.data, s.seen_at < now() - interval '1 minute' AS stale,
         o.id, o.authority, o.name, o.roles, o.team_id, o.school_urn,
         o.password_hash IS NOT NULL AND NOT EXISTS (SELECT FROM second_step t
           WHERE t.officer_id = o.id AND t.confirmed_at IS NOT NULL) AS lacks_second_step,
         EXISTS (SELECT FROM panel_member m WHERE m.officer_id = o.id AND m.from_on <= $2::date
                   AND (m.until_on IS NULL OR m.until_on >= $2::date)) AS sits_on_panel
    FROM web_session s JOIN officer o ON o.id = s.officer_id
   WHERE s.token_hash = $1 AND s.expires_at > now() AND s.seen_at > now() - ${IDLE} AND o.active`;

interface Found extends Record<string, unknown> {
  csrf_secret: string;
  data: SessionData;
  stale: boolean;
  id: string;
  authority: string;
  name: string;
  roles: Role[];
  team_id: string | null;
  school_urn: string | null;
  sits_on_panel: boolean;
  lacks_second_step: boolean;
}

/** One sign-in as its owner sees it in the list of their own. */
export interface OwnSession {
  readonly key: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly isThis: boolean;
}

/** Sign-ins. Their times are the database's own: the demo clock does not end a session, but it says which day it is. */
@Injectable()
export class SessionRepository {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The sign-in that a cookie stands for: null when it has ended, was idle, or its officer may no longer come in. */
  async find(token: string): Promise<Session | null> {
    const tokenHash = hashOf(token);
    const today = this.clock.today();
    const [row] = await this.statements.run<Found>('session-find', LOOK_UP, [tokenHash, today]);
    if (!row) return null;
    if (row.stale) await this.touch(tokenHash);
    const actor = { ...actorOf(row), day: today };
    return {
      tokenHash,
      actor,
      csrfSecret: row.csrf_secret,
      data: row.data,
      sitsOnPanel: row.sits_on_panel,
      lacksSecondStep: row.lacks_second_step,
    };
  }

  /** Starts a session for an officer; the token goes into the cookie and nowhere else. */
  async start(officerId: string): Promise<{ token: string; csrfSecret: string }> {
    const token = randomToken();
    const csrfSecret = randomToken();
    await this.statements.run(
      'session-start',
      `INSERT INTO web_session (token_hash, officer_id, csrf_secret, created_at, seen_at, expires_at)
       VALUES ($1, $2, $3, now(), now(), now() + ${WHOLE})`,
      [hashOf(token), officerId, csrfSecret],
    );
    return { token, csrfSecret };
  }

  /** Ends one session. */
  async end(tokenHash: Buffer): Promise<void> {
    await this.statements.run('session-end', 'DELETE FROM web_session WHERE token_hash = $1', [
      tokenHash,
    ]);
  }

  /** Takes away sessions that nobody can use any more. */
  async forgetOld(): Promise<void> {
    const sql = `DELETE FROM web_session WHERE expires_at < now() OR seen_at < now() - ${IDLE}`;
    await this.statements.run('session-forget', sql, []);
  }

  /** Keeps a message for the next page of this session, or takes it away. */
  async setFlash(tokenHash: Buffer, flash: Flash | undefined): Promise<void> {
    await this.statements.run(
      'session-flash',
      `UPDATE web_session SET data = CASE WHEN $2::jsonb IS NULL THEN data - 'flash' ELSE jsonb_set(data, '{flash}', $2::jsonb) END
        WHERE token_hash = $1`,
      [tokenHash, flash ? JSON.stringify(flash) : null],
    );
  }

  /** An officer's own live sessions, newest first. */
  async of(officerId: string, current: Buffer): Promise<OwnSession[]> {
    const rows = await this.statements.run<{
      key: string;
      created_at: Date;
      seen_at: Date;
      is_this: boolean;
    }>(
      'session-own',
      `SELECT encode(sha256(token_hash), 'hex') AS key, created_at, seen_at, token_hash = $2 AS is_this
         FROM web_session WHERE officer_id = $1 AND expires_at > now() AND seen_at > now() - ${IDLE}
        ORDER BY created_at DESC`,
      [officerId, current],
    );
    return rows.map((row) => ({
      key: row.key,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      isThis: row.is_this,
    }));
  }

  /** Ends one of an officer's own sessions by the key of the list; false when it was not theirs or had ended. */
  async endOwn(officerId: string, key: string): Promise<boolean> {
    const ended = await this.statements.run(
      'session-end-own',
      `DELETE FROM web_session WHERE officer_id = $1 AND encode(sha256(token_hash), 'hex') = $2 RETURNING 1 AS ended`,
      [officerId, key],
    );
    return ended.length > 0;
  }

  /** Ends every session of an officer but one: their password changed. Without one, all: they left. */
  async endOthers(officerId: string, keep: Buffer | null): Promise<void> {
    await this.statements.run(
      'session-end-others',
      'DELETE FROM web_session WHERE officer_id = $1 AND ($2::bytea IS NULL OR token_hash <> $2::bytea)',
      [officerId, keep],
    );
  }

  private async touch(tokenHash: Buffer): Promise<void> {
    await this.statements.run(
      'session-touch',
      'UPDATE web_session SET seen_at = now() WHERE token_hash = $1',
      [tokenHash],
    );
  }
}

function actorOf(row: Found): Actor {
  const { id, authority, name, roles, team_id: teamId, school_urn: schoolUrn } = row;
  return { id, authority, name, roles, teamId, schoolUrn };
}

import { Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { Injectable } from '@nestjs/common';

/** Somebody invented, whom anybody may be in a demonstration. */
export interface Persona {
  readonly persona: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What sign-in needs to know of an officer. */
export interface Account {
  readonly id: string;
  readonly authority: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | null;
}

const ACCOUNT = 'id, authority, name, email, password_hash AS "passwordHash"';

/** The officers who can sign in. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly statements: Statements) {}

  /** The people of the demonstration, in the order in which they were made. */
  personas(): Promise<Persona[]> {
    return this.statements.run<Persona & Record<string, unknown>>(
      'personas',
      `SELECT o.persona, o.name, o.roles FROM officer o JOIN authority a ON a.code = o.authority
        WHERE o.persona IS NOT NULL AND o.active AND a.is_demo ORDER BY o.created_at, o.name`,
      [],
    );
  }

  withPersona(persona: string): Promise<Account | undefined> {
    return this.one(
      'account-persona',
      `SELECT ${ACCOUNT} FROM officer o WHERE persona = $1 AND active
          AND EXISTS (SELECT 1 FROM authority a WHERE a.code = o.authority AND a.is_demo)`,
      persona,
    );
  }

  withEmail(email: string): Promise<Account | undefined> {
    return this.one(
      'account-email',
      `SELECT ${ACCOUNT} FROM officer WHERE lower(email) = lower($1) AND active`,
      email,
    );
  }

  withId(id: string): Promise<Account | undefined> {
    return this.one('account-id', `SELECT ${ACCOUNT} FROM officer WHERE id = $1 AND active`, id);
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.statements.run(
      'account-password',
      'UPDATE officer SET password_hash = $2 WHERE id = $1',
      [id, passwordHash],
    );
  }

  private async one(name: string, sql: string, value: string): Promise<Account | undefined> {
    const [found] = await this.statements.run<Account & Record<string, unknown>>(name, sql, [
      value,
    ]);
    return found;
  }
}

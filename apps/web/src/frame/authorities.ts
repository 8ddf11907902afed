import { Statements } from '@app/database';
import { Injectable } from '@nestjs/common';

/** A council, as the head and foot of a page name it. */
export interface Authority {
  readonly code: string;
  readonly name: string;
  readonly isDemo: boolean;
}

const FRESH_FOR = 10_000; // milliseconds: a council is renamed about once in its life

/** The councils of this installation. Pages of errors are framed too, so this never throws. */
@Injectable()
export class Authorities {
  private known: readonly Authority[] = [];
  private readAt = -Infinity;

  constructor(private readonly statements: Statements) {}

  /** The council with this code, or the only one there is for people who are not signed in. */
  async named(code: string | undefined): Promise<Authority | undefined> {
    if (performance.now() - this.readAt > FRESH_FOR) await this.read();
    if (code === undefined) return this.known.length === 1 ? this.known[0] : undefined;
    return this.known.find((authority) => authority.code === code);
  }

  /** Forgets what was read, after a council was added or changed. */
  forget(): void {
    this.readAt = -Infinity;
  }

  private async read(): Promise<void> {
    const sql = 'SELECT code, name, is_demo AS "isDemo" FROM authority ORDER BY code';
    try {
      this.known = await this.statements.run<Authority & Record<string, unknown>>(
        'authorities',
        sql,
        [],
      );
      this.readAt = performance.now();
    } catch {
      this.readAt = performance.now() - FRESH_FOR + 1000; // the database is away: keep the last names, ask again soon
    }
  }
}

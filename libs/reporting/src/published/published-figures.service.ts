import { type Runner, Statements } from '@app/database';
import { Injectable } from '@nestjs/common';
import { type Compared, compare } from './compare';
import { type Behind, behindFigure, computedFigures } from './figures/computed-figures';
import { PUBLISHED_YEAR, publishedOf, type Table } from './published-tables';

/** Published figures of the Department for Education beside those of the council's own events. */
@Injectable()
export class PublishedFigures {
  constructor(private readonly statements: Statements) {}

  /** Figures of the authority, of one table or of all; undefined when the release does not have this authority. */
  async sideBySide(authority: string, table?: Table): Promise<Compared[] | undefined> {
    const published = publishedOf(authority);
    if (!published) return undefined;
    const asked = { authority, year: PUBLISHED_YEAR, table };
    const lines = compare(published, await this.plainly((tx) => computedFigures(tx, asked)));
    return lines.filter(({ figure }) => !table || figure.startsWith(`${table}.`));
  }

  /** The children behind a figure, by name; undefined for one that is worked out from others. */
  behind(authority: string, figure: string): Promise<Behind[] | undefined> {
    return this.plainly((tx) => behindFigure(tx, { authority, year: PUBLISHED_YEAR, figure }));
  }

  /** Compiling these statements takes far longer than running them. */
  private plainly<T>(work: (runner: Runner) => Promise<T>): Promise<T> {
    return this.statements.together(async (tx) => {
      await tx.run('published.plain', 'SET LOCAL jit = off', []);
      return work(tx);
    });
  }
}

import { Statements } from '@app/database';
import { Injectable } from '@nestjs/common';
import { type Compared, compare } from './compare';
import { computedFigures } from './figures/computed-figures';
import { PUBLISHED_YEAR, publishedOf } from './published-tables';

/** Published figures of the Department for Education beside those of the council's own events. */
@Injectable()
export class PublishedFigures {
  constructor(private readonly statements: Statements) {}

  /** Every figure of the authority; undefined when the release does not have this authority. */
  async sideBySide(authority: string): Promise<Compared[] | undefined> {
    const published = publishedOf(authority);
    if (!published) return undefined;
    return compare(published, await computedFigures(this.statements, authority, PUBLISHED_YEAR));
  }
}

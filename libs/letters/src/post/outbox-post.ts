import { type Statements } from '@app/database';
import { type Clock } from '@app/statutory-calendar';
import { type Found, type Outgoing, type Post } from './post';

/** The built-in outbox: nothing leaves the house, and a page shows what would have. Its reference is unique, so it never doubles. */
export class OutboxPost implements Post {
  readonly name = 'outbox';
  readonly remembers = true;

  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async send({ reference, address, subject, body }: Outgoing): Promise<void> {
    const values = [reference, this.clock.now(), address, subject, body];
    await this.statements.run('outbox-deliver', DELIVER, values);
  }

  async find(reference: string): Promise<Found> {
    const found = await this.statements.run('outbox-find', FIND, [reference]);
    return found.length ? 'found' : 'not_found';
  }
}

const DELIVER = `
INSERT INTO outbox_delivery (reference, delivered_at, address, subject, body) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (reference) DO NOTHING`;
const FIND = `SELECT 1 AS found FROM outbox_delivery WHERE reference = $1`;

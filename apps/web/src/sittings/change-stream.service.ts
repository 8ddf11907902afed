import { type Change, SittingChanges } from '@app/panels';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type ServerResponse } from 'node:http';

/** A screen that follows a sitting. */
interface Screen {
  readonly sittingId: string;
  /** Items whose changes this screen may hear of by their id. */
  readonly items: ReadonlySet<string>;
  readonly self: string;
}

const EVERY = 400;
const SIGN_OF_LIFE = 20_000;

/** Tells all screens of this process what changed: one question to the database for all of them, however many there are. */
@Injectable()
export class ChangeStream implements OnModuleDestroy {
  private readonly screens = new Map<ServerResponse, Screen>();
  private seen: number | undefined;
  private timer: NodeJS.Timeout | undefined;
  private lastSign = 0;

  constructor(private readonly changes: SittingChanges) {}

  /** Keeps the answer open and writes to it until the screen goes away. */
  async follow(response: ServerResponse, screen: Screen): Promise<void> {
    this.seen ??= await this.changes.newest();
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close', // a stream that ends leaves nothing open that a stopping process waits for
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    this.screens.set(response, screen);
    response.once('close', () => this.screens.delete(response));
    this.timer ??= setTimeout(() => void this.look(), EVERY).unref();
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
    for (const response of this.screens.keys()) response.end();
    this.screens.clear();
  }

  private async look(): Promise<void> {
    this.timer = undefined;
    if (!this.screens.size) {
      this.seen = undefined;
      return;
    }
    const ids = [...new Set([...this.screens.values()].map(({ sittingId }) => sittingId))];
    const found = await this.changes.since(ids, this.seen ?? 0).catch((): Change[] => []);
    for (const change of found) this.tell(change);
    this.seen = found.at(-1)?.seq ?? this.seen;
    this.signOfLife();
    this.timer = setTimeout(() => void this.look(), EVERY).unref();
  }

  private tell({ seq, sittingId, itemId, what, by }: Change): void {
    for (const [response, screen] of this.screens) {
      if (screen.sittingId !== sittingId) continue;
      const mayHear = itemId === null || screen.items.has(itemId);
      const data = mayHear
        ? { item: itemId, what, by: by === screen.self ? '' : by }
        : { item: null, what: 'changed', by: '' };
      response.write(`id: ${seq}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  }

  private signOfLife(): void {
    if (performance.now() - this.lastSign < SIGN_OF_LIFE) return;
    this.lastSign = performance.now();
    for (const response of this.screens.keys()) response.write(': still here\n\n');
  }
}

import { type Channel } from '../notice';
import { type Post } from './post';

/** Which provider carries which channel. */
export class PostOffice {
  /** `fallback` takes what no other provider carries: the built-in outbox. */
  constructor(
    private readonly fallback: Post,
    private readonly byChannel: Readonly<Partial<Record<Channel, Post>>> = {},
  ) {}

  postFor(channel: Channel): Post {
    return this.byChannel[channel] ?? this.fallback;
  }

  /** Whether somebody must print what goes by this channel: letters, where mail does leave the house but no printer is set up. */
  needsPrinting(channel: Channel): boolean {
    return channel === 'letter' && !this.byChannel.letter && Object.keys(this.byChannel).length > 0;
  }
}

import { type FastifyReply, type FastifyRequest } from 'fastify';

const EVERY = 200; // milliseconds between two writes, so that logging costs little

/** One line for each request: never an address with its parts, a query, a body or a name. */
export class RequestLog {
  private lines: string[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly write: (text: string) => void) {}

  /** A Fastify `onResponse` hook. */
  onResponse(request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url ?? 'none';
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const { method, id } = request;
    this.lines.push(JSON.stringify({ method, route, status: reply.statusCode, ms, id }));
    this.timer ??= setTimeout(() => this.flush(), EVERY).unref();
  }

  /** Writes what has gathered. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.lines.length) this.write(`${this.lines.join('\n')}\n`);
    this.lines = [];
  }
}

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

/** What every answer tells the browser: our own files only, nothing inline, no frames, no referrer. */
function helmetOptions(production: boolean): HelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(production ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: production ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  };
}

/** What helmet does not say. */
const NO_DEVICES = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/** Puts the headers on every answer. helmet is asked once: it says the same each time. */
export class SafetyHeaders {
  private readonly forFiles: Record<string, string>;
  private readonly forPages: Record<string, string>;

  constructor(production: boolean) {
    this.forFiles = { ...saidByHelmet(production), 'permissions-policy': NO_DEVICES };
    this.forPages = { ...this.forFiles, 'cache-control': 'no-store' };
  }

  /** Pages about children are kept in no cache. */
  put({ routeOptions }: FastifyRequest, reply: FastifyReply): void {
    reply.headers(routeOptions.config.policy?.anonymous ? this.forFiles : this.forPages);
  }
}

function saidByHelmet(production: boolean): Record<string, string> {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(helmetOptions(production))(answer.req, answer, () => undefined);
  return Object.fromEntries(
    Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
}

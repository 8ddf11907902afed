import { type FastifyHelmetOptions } from '@fastify/helmet';
import { type FastifyReply, type FastifyRequest } from 'fastify';

/** What every answer tells the browser: our own files only, nothing inline, no frames, no referrer. */
export function helmetOptions(production: boolean): FastifyHelmetOptions {
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

/** A Fastify `onRequest` hook: what helmet does not say. Pages about children are kept in no cache. */
export async function privacyHeadersHook(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  reply.header(
    'permissions-policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  );
  if (!request.routeOptions.config.policy?.anonymous) reply.header('cache-control', 'no-store');
}

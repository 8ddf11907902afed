import { checkWakeup } from '@app/jobs';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyRequest, type RouteOptions } from 'fastify';
import { ApiDocument } from './api-docs/api-document';
import { type Config } from './config';
import { ErrorFilter } from './errors/error.filter';
import { TooManyRequests } from './errors/refusals';
import { MULTIPART_LIMITS, multipartHook } from './forms/multipart.hook';
import { Assets } from './frame/assets';
import { LocalWordsHook } from './frame/local-words.hook';
import { PageHook } from './frame/page.hook';
import { refuseByPolicy } from './policy/policy.hook';
import { ReadingPace } from './record-access/reading-pace';
import { RouteRegistry } from './policy/route-registry';
import { hookOf } from './safety/hook-of';
import { SafetyHeaders } from './safety/headers';
import { requestId } from './safety/request-id';
import { RequestLog } from './safety/request-log';
import { refuseUnsafeInput } from './safety/safe-input.hook';
import { refuseAfterEnd } from './session/ended-session.hook';
import { refuseForeignForm } from './session/form-token.hook';
import { SessionHook } from './session/session.hook';
import { refuseWithoutSecondStep } from './sign-in/second-step.hook';
import { WebModule } from './web.module';

const ONE_MEGABYTE = 1_048_576;

/** Puts the server together, ready to listen. @throws RoutesWithoutPolicy when a route says not who may use it, RedisForgets */
export async function createWebApp(config: Config): Promise<NestFastifyApplication> {
  await checkWakeup(config.wakeup);
  const routes = new RouteRegistry();
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy,
    bodyLimit: ONE_MEGABYTE,
    genReqId: requestId,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    WebModule.of(config, routes),
    adapter,
    {
      logger: ['error', 'warn'],
      abortOnError: false,
    },
  );
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  app.useGlobalFilters(app.get(ErrorFilter));
  server.addHook('onRoute', openTheFiles);
  routes.listenTo(server);
  await addPlugins(server, config, { sessions: app.get(SessionHook), pace: app.get(ReadingPace) });
  addHooks(server, config, app.get(PageHook));
  const words = app.get(LocalWordsHook);
  server.addHook('onSend', (request, _reply, payload) => words.onSend(request, payload));
  await app.init();
  routes.refuseUnguarded();
  app.get(ApiDocument, { strict: false }).readFrom(app);
  return app;
}

async function addPlugins(
  server: FastifyInstance,
  config: Config,
  { sessions, pace }: { sessions: SessionHook; pace: ReadingPace },
): Promise<void> {
  server.removeContentTypeParser('text/plain');
  server.decorateRequest('session', null);
  server.decorateRequest('formSecret', '');
  server.decorateRequest('isAfterEnd', false);
  await server.register(fastifyCookie);
  const headers = new SafetyHeaders(config.production);
  server.addHook('onRequest', async (request, reply) => {
    headers.put(request, reply);
    await sessions.onRequest(request, reply);
    refuseByPolicy(request);
    if (config.secondStepRequired) refuseWithoutSecondStep(request);
    await pace.refuseHaste(request);
  });
  await server.register(fastifyRateLimit, {
    max: config.rateLimit,
    timeWindow: '1 minute',
    keyGenerator: whoAsks,
    allowList: (request) => request.routeOptions.config.policy?.anonymous ?? false,
    errorResponseBuilder: () => new TooManyRequests(),
  });
  await server.register(fastifyMultipart, { limits: MULTIPART_LIMITS });
  await server.register(fastifyStatic, {
    root: new Assets().folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    preCompressed: true,
    decorateReply: false,
  });
}

function addHooks(server: FastifyInstance, config: Config, pages: PageHook): void {
  server.addHook('preValidation', multipartHook);
  server.addHook('preHandler', hookOf(refuseUnsafeInput, refuseAfterEnd, refuseForeignForm));
  server.addHook('preSerialization', (request, reply, payload, done) =>
    pages.preSerialization(request, reply, payload, done),
  );
  if (!config.requestLog) return;
  const log = new RequestLog((text) => process.stdout.write(text));
  server.addHook('onResponse', (request, reply, done) => (log.onResponse(request, reply), done()));
  server.addHook('onClose', (_server, done) => (log.flush(), done()));
}

/** The files that a browser fetches are for everybody; nothing else is open without saying so itself. */
function openTheFiles(route: RouteOptions): void {
  if (!route.url.startsWith('/assets/')) return;
  route.config = {
    ...route.config,
    policy: { action: 'fetch files', roles: 'any', public: true, anonymous: true },
  };
}

function whoAsks({ session, ip }: FastifyRequest): string {
  return session ? session.tokenHash.toString('base64') : ip;
}

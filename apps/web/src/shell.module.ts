import { type DynamicModule, Module } from '@nestjs/common';
import { type Config } from './config';
import { CONFIG } from './config.token';
import { ErrorFilter } from './errors/error.filter';
import { FaultLog } from './errors/fault-log';
import { AccentController } from './frame/accent.controller';
import { Authorities } from './frame/authorities';
import { Frames } from './frame/frame';
import { PageHook } from './frame/page.hook';
import { LocalWordsHook } from './frame/local-words.hook';
import { Views } from './frame/views';
import { HealthController } from './health/health.controller';
import { ReadingPace } from './record-access/reading-pace';
import { RouteRegistry } from './policy/route-registry';
import { SessionCookies } from './session/cookies';
import { SessionHook } from './session/session.hook';
import { SessionTokenController } from './session/session-token.controller';
import { SessionRepository } from './session/session.repository';

const SERVICES = [
  Authorities,
  ErrorFilter,
  FaultLog,
  Frames,
  LocalWordsHook,
  PageHook,
  ReadingPace,
  SessionHook,
  SessionRepository,
  Views,
];

/** What every feature stands on: settings, sessions, the frame of a page, errors, health. */
@Module({})
export class ShellModule {
  static of(config: Config, routes: RouteRegistry): DynamicModule {
    const given = [
      { provide: CONFIG, useValue: config },
      { provide: RouteRegistry, useValue: routes },
      { provide: SessionCookies, useValue: new SessionCookies(config.production) },
    ];
    return {
      module: ShellModule,
      global: true,
      controllers: [AccentController, HealthController, SessionTokenController],
      providers: [...given, ...SERVICES],
      exports: [...given.map(({ provide }) => provide), ...SERVICES],
    };
  }
}

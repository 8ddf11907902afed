import { AccessModule } from '@app/access';
import { CaseworkModule, ClockModule } from '@app/casework';
import { DatabaseModule } from '@app/database';
import { JobsModule } from '@app/jobs';
import { type DynamicModule, Module } from '@nestjs/common';
import { ApiDocsModule } from './api-docs/api-docs.module';
import { ApiModule } from './api/api.module';
import { AdminModule } from './admin/admin.module';
import { CasesModule } from './cases/cases.module';
import { ChildrenModule } from './children/children.module';
import { type Config } from './config';
import { AroundModule } from './around/around.module';
import { BoardsModule } from './boards/boards.module';
import { CohortModule } from './cohort/cohort.module';
import { HubsModule } from './hubs/hubs.module';
import { ImportsModule } from './imports/imports.module';
import { LawModule } from './law/law.module';
import { MessagesModule } from './messages/messages.module';
import { SearchModule } from './search/search.module';
import { ExclusionsModule } from './exclusions/exclusions.module';
import { ForecastModule } from './forecast/forecast.module';
import { DemoClockModule } from './demo-clock/demo-clock.module';
import { HelpModule } from './help/help.module';
import { ReviewsModule } from './reviews/reviews.module';
import { MyWorkModule } from './my-work/my-work.module';
import { RecordAccessModule } from './record-access/record-access.module';
import { ReferralsModule } from './referrals/referrals.module';
import { MemberLinksModule } from './member-links/member-links.module';
import { PanelsModule } from './panels/panels.module';
import { PublishedModule } from './published/published.module';
import { ReturnsModule } from './returns/returns.module';
import { type RouteRegistry } from './policy/route-registry';
import { ShellModule } from './shell.module';
import { SignInModule } from './sign-in/sign-in.module';
import { SittingsModule } from './sittings/sittings.module';
import { SupportModule } from './support/support.module';
import { UnitsModule } from './units/units.module';
import { WhatIfModule } from './what-if/what-if.module';
import { WhyModule } from './why/why.module';

/** One module a feature: a line here is all that a new folder needs. */
const FEATURES = [
  ApiModule,
  ApiDocsModule,
  SignInModule,
  HelpModule,
  AdminModule,
  DemoClockModule,
  CohortModule,
  HubsModule,
  UnitsModule,
  MemberLinksModule,
  PanelsModule,
  AroundModule,
  BoardsModule,
  ExclusionsModule,
  ForecastModule,
  ReviewsModule,
  PublishedModule,
  ImportsModule,
  LawModule,
  MessagesModule,
  SearchModule,
  MyWorkModule,
  CasesModule,
  SittingsModule,
  SupportModule,
  ChildrenModule,
  RecordAccessModule,
  ReferralsModule,
  ReturnsModule,
  WhatIfModule,
  WhyModule,
];

/** The web process: which libraries and features it is made of. */
@Module({})
export class WebModule {
  static of(config: Config, routes: RouteRegistry): DynamicModule {
    return {
      module: WebModule,
      imports: [
        DatabaseModule.forRoot(config.databaseUrl),
        ClockModule.forRoot({ development: !config.production, today: config.today }),
        JobsModule.forRoot(config.wakeup),
        AccessModule,
        CaseworkModule,
        ShellModule.of(config, routes),
        ...FEATURES,
      ],
    };
  }
}

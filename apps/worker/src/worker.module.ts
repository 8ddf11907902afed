import { AccessModule } from '@app/access';
import { AttendanceModule } from '@app/attendance';
import {
  ActionSweep,
  CaseworkModule,
  ClockModule,
  SchoolMoves,
  VisitSweep,
  WorkQueues,
} from '@app/casework';
import { DatabaseModule, Statements } from '@app/database';
import { JobsModule } from '@app/jobs';
import { LettersModule, PostOffice } from '@app/letters';
import { PanelsModule } from '@app/panels';
import { PeopleModule } from '@app/people';
import { PlacementsModule } from '@app/placements';
import { ReportingModule } from '@app/reporting';
import { Clock } from '@app/statutory-calendar';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { Beat } from './beat/beat.service';
import { Pulse } from './beat/pulse';
import { Rounds } from './beat/rounds.service';
import { TickerLease } from './beat/ticker-lease.service';
import { ClockSweep } from './clocks/clock-sweep.service';
import { ClockTroubles } from './clocks/clock-troubles.service';
import { DailyTicks } from './clocks/daily-tick.service';
import { DailyWork } from './clocks/daily-work.service';
import { ForecastNight } from './clocks/forecast-night.service';
import { QueueWatch } from './clocks/queue-watch.service';
import { RuleNight } from './clocks/rule-night.service';
import { type Config } from './config';
import { CONFIG } from './config.token';
import { LOOKERS } from './doorbell/look.processors';
import { HealthController } from './health/health.controller';
import { WorkerReadiness } from './health/readiness.service';
import { ImportRuns } from './imports/import-runs.service';
import { DoneAtTheDoorProcessor } from './instructions/done-at-the-door.processor';
import { type InstructionProcessor } from './instructions/instruction-processor';
import { InstructionProcessors } from './instructions/instruction-processors';
import { InstructionRelay } from './instructions/instruction-relay.service';
import { MessageSendProcessor } from './instructions/message-send.processor';
import { MessagesCancelProcessor } from './instructions/messages-cancel.processor';
import { RecordRestrictProcessor } from './instructions/record-restrict.processor';
import { LawWork } from './law/law-work.service';
import { Delivery } from './messages/delivery.service';
import { LostAndFound } from './messages/lost-and-found.service';
import { PrintRoom } from './messages/print-room.service';
import { postOffice } from './post-office';
import { ActionReminders } from './reminders/action-reminders.service';
import { AdviceReminders } from './reminders/advice-reminders.service';
import { CalendarWarnings } from './reminders/calendar-warnings.service';
import { Digests } from './reminders/digests.service';
import { FreedPlaces } from './reminders/freed-places.service';
import { LateAdviceReminders } from './reminders/late-advice.service';
import { MorningReminders } from './reminders/morning-reminders.service';
import { MorningRound } from './reminders/morning-round.service';
import { TermlyReviews } from './reminders/termly-reviews.service';
import { WaitingReminders } from './reminders/waiting-reminders.service';
import { SittingPost } from './sittings/sitting-post.service';

/** One processor a kind of instruction: start-up fails until every kind has one. */
const PROCESSORS = [
  MessageSendProcessor,
  MessagesCancelProcessor,
  RecordRestrictProcessor,
  DoneAtTheDoorProcessor,
];

const WORK = [
  ...[Beat, Pulse, Rounds, TickerLease, WorkerReadiness, ImportRuns],
  ...[
    ActionSweep,
    ClockSweep,
    ClockTroubles,
    DailyTicks,
    DailyWork,
    ForecastNight,
    QueueWatch,
    RuleNight,
    VisitSweep,
  ],
  ...[LawWork, SchoolMoves, WorkQueues],
  ...[InstructionRelay, Delivery, LostAndFound, PrintRoom, SittingPost],
  ...[
    ActionReminders,
    AdviceReminders,
    CalendarWarnings,
    Digests,
    FreedPlaces,
    LateAdviceReminders,
    MorningReminders,
    MorningRound,
    TermlyReviews,
    WaitingReminders,
  ],
];

/** The hands: everything that happens without a person waiting. */
@Module({})
export class WorkerModule {
  static of(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        DatabaseModule.forRoot(config.databaseUrl),
        ClockModule.forRoot({ development: !config.production, today: config.today }),
        AccessModule,
        CaseworkModule,
        PanelsModule,
        PeopleModule,
        AttendanceModule,
        PlacementsModule,
        ReportingModule,
        LettersModule.forRoot({ publicUrl: config.publicUrl }),
        JobsModule.forRoot(config.wakeup),
      ],
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        ...PROCESSORS,
        ...WORK,
        instructionProcessors,
        posts(config),
        ...(config.wakeup.by === 'poll' ? [] : LOOKERS),
      ],
    };
  }
}

const instructionProcessors: Provider = {
  provide: InstructionProcessors,
  inject: PROCESSORS,
  useFactory: (...processors: InstructionProcessor[]) => new InstructionProcessors(processors),
};

const posts = (config: Config): Provider => ({
  provide: PostOffice,
  inject: [Statements, Clock],
  useFactory: (statements: Statements, clock: Clock) => postOffice(config, statements, clock),
});

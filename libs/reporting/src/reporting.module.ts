import { Module } from '@nestjs/common';
import { Assessments } from './board/assessments.service';
import { OpenWork } from './workload/open-work.service';
import { Tallies } from './board/tallies.service';
import { PlansSent } from './board/plans-sent.service';
import { Exclusions } from './exclusions/exclusions.service';
import { Forecasts } from './forecast/forecasts.service';
import { Histories } from './forecast/histories.service';
import { KeptForecasts } from './forecast/kept-forecasts.service';
import { Lessons } from './forecast/lessons.service';
import { WaysForward } from './forecast/ways-forward.service';
import { MessagesSent } from './ledger/messages-sent.service';
import { PlanMends } from './reviews/plan-mends.service';
import { PlanRegister } from './reviews/plan-register.service';
import { RestatedRegisters } from './reviews/restated-register.service';
import { ReviewEvidences } from './reviews/review-evidence.service';
import { ReviewTimes } from './reviews/review-times.service';
import { PublishedFigures } from './published/published-figures.service';
import { RestatedDays } from './board/restated-figures.service';
import { Restatements } from './board/restatements.service';

const PROVIDERS = [
  Assessments,
  Exclusions,
  Forecasts,
  Histories,
  KeptForecasts,
  Lessons,
  MessagesSent,
  OpenWork,
  PlanMends,
  PlanRegister,
  PlansSent,
  PublishedFigures,
  ReviewEvidences,
  ReviewTimes,
  RestatedDays,
  RestatedRegisters,
  Restatements,
  Tallies,
  WaysForward,
];

/** Figures for managers: reads everything and changes no case. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class ReportingModule {}

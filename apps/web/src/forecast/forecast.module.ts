import { ReportingModule } from '@app/reporting';
import { Module } from '@nestjs/common';
import { BoardsRead } from '../boards/boards-read.service';
import { ReviewsRead } from '../reviews/reviews-read.service';
import { AssessmentsForecastController } from './assessments.controller';
import { BackTestController } from './back-test.controller';
import { CaseForecast } from './case-forecast.service';
import { ForecastRead } from './forecast-read.service';
import { ReviewsForecastController } from './reviews.controller';

/** What lies ahead of open assessments and reviews, and how good past forecasts were. */
@Module({
  imports: [ReportingModule],
  controllers: [AssessmentsForecastController, ReviewsForecastController, BackTestController],
  providers: [BoardsRead, CaseForecast, ForecastRead, ReviewsRead],
  exports: [CaseForecast],
})
export class ForecastModule {}

import { PlacementsModule } from '@app/placements';
import { Module } from '@nestjs/common';
import { BulkModule } from '../bulk/bulk.module';
import { ChooseController } from './choose.controller';
import { CohortFigures } from './cohort-figures.service';
import { CohortPages } from './cohort-page.service';
import { CohortController } from './cohort.controller';
import { FreePlaceController } from './free-place.controller';
import { ScoreController } from './score.controller';
import { SetUpPlacesController } from './set-up-places.controller';

/** Year 6 places. */
@Module({
  imports: [PlacementsModule, BulkModule],
  controllers: [
    CohortController,
    ChooseController,
    FreePlaceController,
    ScoreController,
    SetUpPlacesController,
  ],
  providers: [CohortPages, CohortFigures],
})
export class CohortModule {}

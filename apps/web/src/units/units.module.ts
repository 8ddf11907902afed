import { CaseReadingModule } from '@app/casework';
import { PeopleModule } from '@app/people';
import { PlacementsModule } from '@app/placements';
import { Module } from '@nestjs/common';
import { KeepPlacesController } from './keep-places.controller';
import { UnitPages } from './unit-pages.service';
import { UnitsController } from './units.controller';

/** High dependency units and their places. */
@Module({
  imports: [CaseReadingModule, PeopleModule, PlacementsModule],
  controllers: [UnitsController, KeepPlacesController],
  providers: [UnitPages],
})
export class UnitsModule {}

import { Module } from '@nestjs/common';
import { Cohorts } from './cohort/cohorts.service';
import { Scores } from './cohort/scores.service';
import { Hubs } from './hubs/hubs.service';
import { WorkersLoad } from './load/workers-load.service';
import { Places } from './places/places.service';
import { UnitPlaces } from './units/unit-places.service';
import { Units } from './units/units.service';
import { WaitingList } from './places/waiting-list.service';

const PROVIDERS = [Cohorts, Hubs, Places, Scores, UnitPlaces, Units, WaitingList, WorkersLoad];

/** Year 6 places: the children, the places, the waiting list and who carries how much; and the places of units. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class PlacementsModule {}

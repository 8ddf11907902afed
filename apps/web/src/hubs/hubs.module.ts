import { PeopleModule } from '@app/people';
import { PlacementsModule } from '@app/placements';
import { Module } from '@nestjs/common';
import { HubsController } from './hubs.controller';

/** Early years inclusion hubs and their places. */
@Module({ imports: [PeopleModule, PlacementsModule], controllers: [HubsController] })
export class HubsModule {}

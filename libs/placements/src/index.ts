export { type CohortChild, type RunningClock } from './cohort/cohort-child';
export { cohortOn, cohortWords } from './cohort/cohort-name';
export { Cohorts } from './cohort/cohorts.service';
export { funnelOf, type FunnelStep } from './cohort/funnel';
export { type ConfirmedScore, Scores } from './cohort/scores.service';
export { clockLine, nextClock } from './cohort/next-date';
export { type Hub, type HubChild } from './hubs/hub';
export { Hubs } from './hubs/hubs.service';
export { behindNumber, inView, type Looking, SOON, type ViewKey, VIEWS } from './cohort/views';
export {
  postWords,
  SCHOOLS_A_WORKER,
  type WorkerLoad,
  WorkersLoad,
} from './load/workers-load.service';
export { PlacementsModule } from './placements.module';
export { Places, type PlacesNow } from './places/places.service';
export { compareRank, type Rankable, whyBefore } from './places/rank';
export { type Waiting, WaitingList } from './places/waiting-list.service';
export {
  MOST_PLACES,
  type PlaceEvent,
  PlaceRefused,
  UnitPlaces,
} from './units/unit-places.service';
export {
  type PlaceState,
  type Unit,
  type UnitPlace,
  type UnitPoints,
  type UnitWaiting,
} from './units/unit';
export { Units } from './units/units.service';

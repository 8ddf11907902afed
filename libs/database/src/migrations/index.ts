import { TheFirstRooms1795300000000 } from './1795300000000-the-first-rooms';

/** Oldest first; a merged migration is never edited, the next one is added below. */
export const migrations = [TheFirstRooms1795300000000];

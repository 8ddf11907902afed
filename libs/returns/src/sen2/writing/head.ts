import { type CalendarDay } from '@app/statutory-calendar';
import { type Collection } from '../collection';
import { type DesignatedOfficers } from '../designated-officers.service';

/** What heads the return. */
export interface Head {
  readonly collection: Collection;
  readonly lea: string;
  readonly release: string;
  /** The day on which it was made. */
  readonly madeOn: CalendarDay;
  /** Undefined while nobody has said which there are. */
  readonly officers: DesignatedOfficers | undefined;
  /** The moment, as `12:30:00`. */
  readonly madeAt: string;
}

/** The collection's fixed words. */
export const COLLECTION = {
  name: 'SEN2',
  sourceLevel: 'L',
  software: 'Causeway',
  serial: '1',
} as const;

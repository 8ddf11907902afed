import { type NewMessage, type Words } from '@app/letters';

/** An officer who reads a digest. */
export interface Reader {
  readonly id: string;
  readonly name: string;
}

/** A line for the ledger that is about many cases or none; when it is due is said as it is written. */
export type AboutMany = Omit<NewMessage, 'dueAt'>;

type Told = Pick<
  NewMessage,
  'authority' | 'key' | 'notice' | 'recipient' | 'officerId' | 'address'
>;

/** By mail where there is an address, else in the app. */
export function messageAboutMany(words: Words, told: Told): AboutMany {
  return {
    ...words,
    ...told,
    caseId: null,
    caseVersion: null,
    channel: told.address ? 'email' : 'in_app',
    statutory: false,
    reasonClock: null,
    status: 'due',
  };
}

import { type z } from 'zod';

/** What a dispute is asked to be about, where a case can be disputed for more than one decision. */
export type About = Readonly<Partial<Record<'against', z.ZodType>>>;

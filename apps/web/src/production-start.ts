import { Statements } from '@app/database';
import { type INestApplicationContext } from '@nestjs/common';
import { BadConfig } from './config';

const ASK = `
SELECT EXISTS (SELECT 1 FROM officer WHERE persona IS NOT NULL AND active) AS personas,
       EXISTS (SELECT 1 FROM demo_clock WHERE today IS NOT NULL) AS clock`;

/** In production nobody may be somebody invented, and the day is the real one. @throws BadConfig */
export async function refuseDemonstration(app: INestApplicationContext): Promise<void> {
  const [found] = await app
    .get(Statements)
    .run<{ personas: boolean; clock: boolean }>('production-start', ASK, []);
  const faults = [
    ...(found?.personas
      ? [
          'This database holds demonstration people who sign in without a password: remove them with “causeway demo remove”, or use another database',
        ]
      : []),
    ...(found?.clock
      ? ['The demonstration clock of this database is set: remove it with “causeway demo remove”']
      : []),
  ];
  if (faults.length) throw new BadConfig(faults);
}

/** `npm run chaos -- NAME [--seed N]`: breaks things on purpose, on a private database, and counts what was lost. */
import { experiment } from './launch/experiment.mjs';
import { runCommand } from './launch/words.mjs';

await runCommand((args) => experiment('chaos', args), { failure: 3 });

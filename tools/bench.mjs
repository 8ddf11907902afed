/** `npm run bench -- NAME`: measures the product beside a reference, on a private database. */
import { experiment } from './launch/experiment.mjs';
import { runCommand } from './launch/words.mjs';

await runCommand((args) => experiment('bench', args), { failure: 3 });

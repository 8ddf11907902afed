/** PostgreSQL refuses to run as root: then it runs as `postgres` or, where that is missing, `nobody`. */
import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { Stop } from '../launch/words.mjs';

/** The account for the server: undefined means ourselves. A cluster that exists is run by its owner. */
export function accountFor(cluster) {
  const me = process.getuid?.();
  const owner = lstatSync(cluster, { throwIfNoEntry: false })?.uid;
  if (me !== 0) {
    if (owner !== undefined && owner !== me) throw notOurs(cluster, owner);
    return undefined;
  }
  const account = owner ? named((each) => each.uid === owner) : standing();
  return account ?? { name: String(owner), ids: { uid: owner, gid: owner } };
}

function standing() {
  const account =
    named((each) => each.name === 'postgres') ?? named((each) => each.name === 'nobody');
  if (account) return account;
  throw new Stop(
    'PostgreSQL cannot run as root, and this system has neither a "postgres" nor a "nobody" user. Run the command as an ordinary user, or set DATABASE_URL to a server of yours.',
    { code: 3 },
  );
}

function named(matches) {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
  const found = accounts.find(matches);
  return found && { name: found.name, ids: { uid: found.uid, gid: found.gid } };
}

function notOurs(cluster, owner) {
  return new Stop(
    `The database in ${cluster} belongs to another user (number ${owner}), probably because Causeway was first started by that user or with sudo. Run the command as that user, or choose another folder: DATA_DIR=.data-mine`,
    { code: 3 },
  );
}

/** Whether the account may read (r), write (w) or enter (x) the path, as the system itself sees it. */
export function canUse(account, path, rights) {
  const script = [...rights].map((right) => `test -${right} "$1"`).join(' && ');
  return (
    spawnSync('/bin/sh', ['-c', script, 'sh', path], { cwd: '/', ...account.ids }).status === 0
  );
}

/** Whether the account can get into the folder that would hold `path`. */
export function canEnter(account, path) {
  let folder = dirname(path);
  while (!lstatSync(folder, { throwIfNoEntry: false })) folder = dirname(folder);
  return canUse(account, folder, 'x');
}

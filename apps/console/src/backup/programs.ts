import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A program of PostgreSQL that may read this server: of its major version or a newer one. */
export async function programFor(name: string, server: number): Promise<string | undefined> {
  for (const folder of folders()) {
    const program = join(folder, name);
    if (existsSync(program) && (await majorOf(program)) >= server) return program;
  }
  return undefined;
}

function folders(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).map((each) => join(debian, each, 'bin'))
    : [];
  return [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...versions];
}

async function majorOf(program: string): Promise<number> {
  const { stdout } = await run(program, ['--version']).catch(() => ({ stdout: '' }));
  return Number(/ (\d+)/.exec(stdout)?.[1] ?? 0);
}

/** Where the server is and who enters it, as its own programs read it: never on a command line, which others can see. */
export function entryTo(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const given = {
    PGHOST: decodeURIComponent(searchParams.get('host') ?? hostname),
    PGPORT: port || (searchParams.get('port') ?? ''),
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode') ?? '',
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}

/** Runs one of them; its words become the error's. */
export async function runProgram(program: string, args: string[], url: string): Promise<void> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '/',
    ...entryTo(url),
  };
  await run(program, args, { env, maxBuffer: 50_000_000 });
}

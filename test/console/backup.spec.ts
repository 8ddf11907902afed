import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Manifest, readManifest, writeManifest } from '../../apps/console/src/backup/manifest';
import { entryTo } from '../../apps/console/src/backup/programs';
import { firstSegment, segmentsBetween } from '../../apps/console/src/backup/wal';

const MEGABYTES_16 = 16 * 1024 * 1024;

describe('the log of a backup', () => {
  it('is every segment from the start to the stop, across the end of a log', () => {
    expect(
      segmentsBetween('0000000100000002000000FE', '000000010000000300000001', MEGABYTES_16),
    ).toEqual([
      '0000000100000002000000FE',
      '0000000100000002000000FF',
      '000000010000000300000000',
      '000000010000000300000001',
    ]);
    expect(
      segmentsBetween('000000010000000000000005', '000000010000000000000005', MEGABYTES_16),
    ).toHaveLength(1);
  });

  it('counts larger segments differently', () => {
    const [, second] = segmentsBetween(
      '000000010000000000000003',
      '000000010000000100000000',
      1024 ** 3,
    );
    expect(second).toBe('000000010000000100000000');
  });

  it('cannot span two timelines', () => {
    expect(() =>
      segmentsBetween('000000010000000000000005', '000000020000000000000006', MEGABYTES_16),
    ).toThrow('timeline');
  });

  it('starts where the label says', () => {
    expect(
      firstSegment('START WAL LOCATION: 0/170000D8 (file 000000010000000000000017)\nLABEL: x\n'),
    ).toBe('000000010000000000000017');
    expect(() => firstSegment('LABEL: x')).toThrow('where its log starts');
  });
});

describe('the note in a backup', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'causeway-backup-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is read as it was written, and a folder without a whole one is no backup', async () => {
    await expect(readManifest(folder)).rejects.toThrow('is missing');
    writeFileSync(join(folder, 'causeway-backup.json'), '{"product":');
    await expect(readManifest(folder)).rejects.toThrow('is damaged');
    const note = {
      product: 'causeway',
      kind: 'files',
      takenAt: '2026-11-22T03:27:38Z',
      postgres: 18,
      councils: ['Wendmoor Council'],
    } satisfies Manifest;
    await writeManifest(folder, note);
    await expect(readManifest(folder)).resolves.toEqual(note);
  });
});

describe('the programs of PostgreSQL', () => {
  it('are told how to enter the server by their environment, so that no password shows in the list of processes', () => {
    expect(entryTo('postgres://jo:a%40b@db.example.org:6432/cases?sslmode=require')).toEqual({
      PGHOST: 'db.example.org',
      PGPORT: '6432',
      PGUSER: 'jo',
      PGPASSWORD: 'a@b',
      PGDATABASE: 'cases',
      PGSSLMODE: 'require',
    });
  });
});

import { type CaseStanding, type DueMessage } from './message';
import { verdictOn } from './verdict';

const message = (given: Partial<DueMessage> = {}): DueMessage => ({
  id: 'm',
  authority: '899',
  key: 'k',
  caseId: 'c',
  caseVersion: 3,
  notice: 'N-50',
  recipient: 'school:199001',
  channel: 'email',
  address: 'office@199001.example.org',
  subject: 's',
  body: 'b',
  statutory: false,
  reasonClock: null,
  attempts: 0,
  released: false,
  ...given,
});
const subject = (given: Partial<CaseStanding> = {}): CaseStanding => ({
  id: 'c',
  version: 3,
  open: true,
  work: 'advice',
  held: false,
  ownerId: null,
  ...given,
});
const family = { recipient: 'family:p', address: 'old@family.example.org' };
const contact = { id: 'p', hasPr: true, email: 'now@family.example.org', address: null };
const kindOf = (...asked: Parameters<typeof verdictOn>) => verdictOn(...asked).kind;

describe('whether a message may still leave', () => {
  it('goes while its reason stands', () => {
    expect(verdictOn(message(), { subject: subject(), reasonHolds: true })).toEqual({
      kind: 'send',
      address: 'office@199001.example.org',
    });
  });

  it('does not go once its clock has moved or ended', () => {
    expect(
      kindOf(message({ reasonClock: 'advice_due|ep|1|2026-12-16' }), {
        subject: subject(),
        reasonHolds: false,
      }),
    ).toBe('cancel');
  });

  it('does not go when the case closed after it was written, unless the law asks for it', () => {
    const closed = { subject: subject({ open: false, version: 5 }), reasonHolds: true };
    expect(kindOf(message(), closed)).toBe('cancel');
    expect(kindOf(message({ statutory: true }), closed)).toBe('send');
  });

  it('goes when it is the closing itself that it tells of', () => {
    expect(
      kindOf(message(), { subject: subject({ open: false, version: 3 }), reasonHolds: true }),
    ).toBe('send');
  });

  it.each(['closed_deceased', 'voided'])('never goes after %s, whatever the law asks', (work) => {
    expect(
      kindOf(message({ statutory: true }), {
        subject: subject({ work, open: false }),
        reasonHolds: true,
      }),
    ).toBe('cancel');
  });

  it('goes to the address that the record has now', () => {
    expect(verdictOn(message(family), { subject: subject(), reasonHolds: true, contact })).toEqual({
      kind: 'send',
      address: 'now@family.example.org',
    });
  });

  it('does not go to someone who has no parental responsibility, or no address, any more', () => {
    expect(
      kindOf(message(family), {
        subject: subject(),
        reasonHolds: true,
        contact: { ...contact, hasPr: false },
      }),
    ).toBe('cancel');
    expect(
      kindOf(message({ ...family, channel: 'letter' }), {
        subject: subject(),
        reasonHolds: true,
        contact,
      }),
    ).toBe('cancel');
  });

  it('is held for a person when the record is flagged, but only what is for the family', () => {
    const flagged = { subject: subject({ held: true }), reasonHolds: true, contact };
    expect(kindOf(message({ ...family, statutory: true }), flagged)).toBe('hold');
    expect(kindOf(message(), flagged)).toBe('send');
  });

  it('goes to the safe address once a person has released it', () => {
    const flagged = { subject: subject({ held: true }), reasonHolds: true, contact };
    expect(
      verdictOn(
        message({ ...family, released: true, address: 'safe@family.example.org' }),
        flagged,
      ),
    ).toEqual({ kind: 'send', address: 'safe@family.example.org' });
  });

  it('always lets a digest go', () => {
    expect(kindOf(message({ caseId: null, caseVersion: null }), { reasonHolds: true })).toBe(
      'send',
    );
  });
});

import { noticeNamed } from '../notices';
import { factsFor } from './facts-for';
import { type AddressBook, type FamilyContact, type LetterSubject } from './letter-subject';
import { peopleFor } from './people-for';

const subject = (given: Partial<LetterSubject> = {}): LetterSubject => ({
  caseId: 'c',
  authority: '899',
  council: 'Wendmoor',
  settings: { addresses: { health: 'dco@nhs.example', 'la:937': 'send@other.example' } },
  reference: 'EHC-1042',
  pathway: 'ehc_needs_assessment',
  version: 4,
  open: true,
  regions: {},
  context: { awaiting: ['school', 'ep', 'slt', 'parent'] },
  child: { firstName: 'Owen', urn: '199001', held: false, isYoungPerson: false },
  standIns: { family: false, representative: null, isParent: false },
  ownerId: 'sam',
  coverId: null,
  teamId: 'north',
  familyAware: true,
  openedBy: 'sam',
  event: {
    type: 'AGREED_TO_ASSESS',
    occurredOn: '2026-11-04',
    payload: {},
    byTimer: false,
    stage: 'advice',
  },
  ...given,
});
const contact = (id: string, given: Partial<FamilyContact> = {}): FamilyContact => ({
  id,
  name: `Parent ${id}`,
  hasPr: true,
  relation: 'Parent',
  isSelf: false,
  email: null,
  address: null,
  language: null,
  format: null,
  ...given,
});
const officer = (
  id: string,
  roles: string[],
  teamId: string | null = null,
  schoolUrn: string | null = null,
) => ({ id, name: id, email: `${id}@council.example`, roles, teamId, schoolUrn });
const book = (given: Partial<AddressBook> = {}): AddressBook => ({
  family: [],
  officers: [
    officer('sam', ['ehc_officer'], 'north'),
    officer('ruth', ['send_manager'], 'north'),
    officer('jo', ['send_manager'], 'south'),
    officer('eve', ['ep']),
  ],
  schools: new Map([
    ['199001', { urn: '199001', name: 'Fernhollow Primary', email: 'office@school.example' }],
  ]),
  clocks: [],
  ...given,
});
const letter = noticeNamed('N-50');

describe('the family', () => {
  it('is everyone with parental responsibility, each by their own address and no one else', () => {
    const family = [
      contact('a', { address: '1 Mill Lane, WM1 1AA', email: 'a@family.example' }),
      contact('b', { email: 'b@family.example' }),
      contact('gran', { hasPr: false, email: 'gran@family.example' }),
    ];
    const { addressees, unreachable } = peopleFor(letter, 'family', subject(), book({ family }));
    expect(
      addressees.map(({ recipient, channel, address }) => [recipient, channel, address]),
    ).toEqual([
      ['family:a', 'letter', '1 Mill Lane, WM1 1AA'],
      ['family:b', 'email', 'b@family.example'],
    ]);
    expect(unreachable).toEqual([]);
  });

  it('that cannot be reached, or has nobody with responsibility, becomes a task', () => {
    const nowhere = peopleFor(letter, 'family', subject(), book({ family: [contact('a')] }));
    expect(nowhere.unreachable).toEqual([
      {
        role: 'family',
        who: 'Parent a',
        why: 'The record has neither an e-mail nor a postal address.',
      },
    ]);
    const noPr = peopleFor(
      letter,
      'family',
      subject(),
      book({ family: [contact('a', { hasPr: false, email: 'a@family.example' })] }),
    );
    expect(noPr.addressees).toEqual([]);
    expect(noPr.unreachable[0]!.why).toContain('parental responsibility');
  });

  it('does not hear of a nomination that it does not know of', () => {
    const reached = peopleFor(
      noticeNamed('N-02'),
      'family',
      subject({ familyAware: false }),
      book({ family: [contact('a', { email: 'a@family.example' })] }),
    );
    expect(reached).toEqual({ addressees: [], unreachable: [] });
  });

  it('says what a standard letter does not give it', () => {
    const family = [
      contact('a', { email: 'a@family.example', format: 'braille', language: 'Polish' }),
      contact('b', { email: 'b@family.example', format: 'standard', language: 'English' }),
    ];
    const { addressees } = peopleFor(letter, 'family', subject(), book({ family }));
    expect(addressees.map(({ needs }) => needs)).toEqual(['braille, in Polish', undefined]);
  });
});

describe('the young person', () => {
  const own = noticeNamed('N-42');

  it('is written to at their own address, and nobody else is', () => {
    const family = [
      contact('mother', { email: 'mother@example.org' }),
      contact('noor', { email: 'noor@example.org', hasPr: false, isSelf: true }),
    ];
    const { addressees } = peopleFor(own, 'young_person', subject(), book({ family }));
    expect(addressees.map(({ recipient, address }) => [recipient, address])).toEqual([
      ['family:noor', 'noor@example.org'],
    ]);
  });

  it('becomes a task where the record has no address of theirs', () => {
    const family = [contact('mother', { email: 'mother@example.org' })];
    const { addressees, unreachable } = peopleFor(own, 'young_person', subject(), book({ family }));
    expect(addressees).toEqual([]);
    expect(unreachable).toMatchObject([{ who: 'the young person' }]);
  });
});

describe('a letter for the family of a young person', () => {
  const mother = contact('mother', { name: 'Ewa Vale', email: 'mother@example.org' });
  const noor = contact('noor', { email: 'noor@example.org', hasPr: false, isSelf: true });
  const deputy = contact('jo', { name: 'Jo Thorne', email: 'jo@example.org', hasPr: false });
  const owen = { firstName: 'Owen', urn: '199001', held: false, isYoungPerson: true };
  const reached = (
    family: readonly FamilyContact[],
    standIns: Partial<LetterSubject['standIns']> = {},
    code = 'N-50',
  ) => {
    const about = subject({ child: owen, standIns: { ...subject().standIns, ...standIns } });
    return peopleFor(noticeNamed(code), 'family', about, book({ family }));
  };
  const hands = (...asked: Parameters<typeof reached>) =>
    reached(...asked).addressees.map(({ address, reading, role }) => [address, reading ?? role]);

  it('is theirs alone', () => {
    expect(hands([mother, noor, deputy])).toEqual([['noor@example.org', 'own']]);
    expect(hands([mother, noor], {}, 'N-01')).toEqual([['noor@example.org', 'young_person']]);
  });

  it('is copied to the family where the young person agreed', () => {
    expect(hands([mother, noor, deputy], { family: true })).toEqual([
      ['noor@example.org', 'own'],
      ['mother@example.org', 'copy'],
    ]);
  });

  it('goes to whoever decides for them as well, by name or by appointment', () => {
    const jo = { representative: 'jo thorne ' };
    expect(hands([mother, noor, deputy], jo).at(-1)).toEqual(['jo@example.org', 'copy']);
    expect(reached([mother, deputy], jo).unreachable).toEqual([]);
    const ewa = { representative: 'E. Vale', isParent: true };
    expect(hands([mother, noor], ewa).at(-1)).toEqual(['mother@example.org', 'copy']);
  });

  it('is a task where there is no address of theirs, and never the family’s instead', () => {
    const { addressees, unreachable } = reached([mother]);
    expect(addressees).toEqual([]);
    expect(unreachable).toMatchObject([{ who: 'the young person' }]);
  });

  it('says why it is in these hands, and speaks to the young person', () => {
    const [own, copy] = reached([mother, noor], { family: true }).addressees;
    const wordsTo = (addressee: typeof own) => {
      const said = { today: '2026-11-04', linkTo: (reference: string) => reference } as const;
      const facts = factsFor(addressee!, subject({ child: owen }), book(), said);
      return noticeNamed('N-50').words.family!(facts).body;
    };
    expect(wordsTo(own)).toContain('Where this letter says “your child”, it means you.');
    expect(wordsTo(copy)).toContain('We write to the young person too.');
    const [asked] = reached([noor], {}, 'N-57').addressees;
    const said = { today: '2026-11-04', linkTo: (reference: string) => reference } as const;
    const facts = factsFor(asked!, subject({ child: owen }), book(), said);
    expect(noticeNamed('N-57').words.young_person!(facts).body).toContain('care plan for you.');
  });
});

describe('professionals', () => {
  const recipients = (...asked: Parameters<typeof peopleFor>) =>
    peopleFor(...asked).addressees.map(
      ({ recipient, address }) => `${recipient} ${address ?? 'in the app'}`,
    );

  it('are the advisers that the event names, else those still awaited; the parent has a letter of their own', () => {
    expect(recipients(noticeNamed('N-64'), 'advisers', subject(), book())).toEqual([
      'advisers:school office@school.example',
      'advisers:ep eve@council.example',
    ]);
    const chased = subject({ event: { ...subject().event, payload: { adviser: 'health' } } });
    expect(recipients(noticeNamed('N-64'), 'advisers', chased, book())).toEqual([
      'advisers:health dco@nhs.example',
    ]);
    expect(
      peopleFor(noticeNamed('N-64'), 'advisers', subject(), book()).unreachable.map(
        ({ who }) => who,
      ),
    ).toEqual(['Speech and language therapy']);
  });

  it('are the worker and their cover, and the manager of the same team', () => {
    expect(recipients(noticeNamed('N-22'), 'owner', subject({ coverId: 'eve' }), book())).toEqual([
      'owner:sam in the app',
      'owner:eve in the app',
    ]);
    expect(recipients(noticeNamed('N-30'), 'manager', subject(), book())).toEqual([
      'manager:ruth in the app',
    ]);
    expect(recipients(noticeNamed('N-30'), 'manager', subject({ teamId: 'west' }), book())).toEqual(
      ['manager:ruth in the app', 'manager:jo in the app'],
    );
  });

  it('are a school’s SENCO where the register has no address for the school', () => {
    const schools = new Map([
      ['199001', { urn: '199001', name: 'Fernhollow Primary', email: null }],
    ]);
    const officers = [
      officer('other', ['school_senco'], null, '199002'),
      officer('senco', ['school_senco'], null, '199001'),
    ];
    expect(recipients(letter, 'school', subject(), book({ schools, officers }))).toEqual([
      'school:199001 senco@council.example',
    ]);
  });

  it('are the new council by its code', () => {
    const moved = subject({ event: { ...subject().event, payload: { newLaCode: '937' } } });
    expect(recipients(noticeNamed('N-40'), 'new_authority', moved, book())).toEqual([
      'new_authority:la:937 send@other.example',
    ]);
  });

  it('are whoever asked: the school by its mail, a parent by the family’s own letter, others by a person', () => {
    const askedBy = (requestedBy: string) =>
      peopleFor(noticeNamed('N-14'), 'requester', subject({ context: { requestedBy } }), book());
    for (const who of ['parent', 'young_person', 'council'])
      expect(askedBy(who)).toEqual({ addressees: [], unreachable: [] });
    expect(askedBy('school').addressees.map(({ address }) => address)).toEqual([
      'office@school.example',
    ]);
    expect(askedBy('health').unreachable.map(({ who }) => who)).toEqual(['the person who asked']);
  });
});

it('gives a letter what the event asked for and advised, in words', () => {
  const asked = {
    ...subject().event,
    payload: { items: ['Attendance'], advice: ['A quiet start'], onwardRoute: 'School nurse' },
  };
  const facts = factsFor(
    { role: 'family', recipient: 'family:a', name: 'Parent a', channel: 'email', address: 'a' },
    subject({ event: asked }),
    book(),
    { today: '2026-11-04', linkTo: (reference) => reference },
  );
  expect(facts).toMatchObject({
    asked: ['Attendance'],
    advice: ['A quiet start'],
    onwardRoute: 'School nurse',
  });
});

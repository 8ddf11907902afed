import fc from 'fast-check';
import { buildAgenda } from './agenda';
import { reordered } from './agenda-moves';
import { type Agenda, slotOf } from './agenda-shape';
import { anyCandidates, candidate, tats } from '../../testing/candidates';
import { type Candidate } from './terms';

const ids = ({ lines }: Agenda) => lines.map((it) => it.candidate.id);
const leftOf = ({ left }: Agenda, id: string) => left.find((it) => it.candidate.id === id);
const lineOf = ({ lines }: Agenda, id: string) => lines.find((it) => it.candidate.id === id);
const fresh = (count: number, more: Partial<Candidate> = {}) =>
  Array.from({ length: count }, (_, n) => candidate({ id: `n${n}`, score: 50 - n, ...more }));

describe('the order of an agenda', () => {
  it('is urgent, most exposed, score, put off before, oldest referral; then whole school and reviews', () => {
    const agenda = buildAgenda(
      [
        candidate({ id: 'review', kind: 'review', score: 99 }),
        candidate({ id: 'newer', score: 40, referredOn: '2026-10-02' }),
        candidate({ id: 'older', score: 40, referredOn: '2026-10-01' }),
        candidate({ id: 'putOff', score: 40, referredOn: '2026-10-09', deferrals: 1 }),
        candidate({ id: 'high', score: 90 }),
        candidate({ id: 'exposed', score: 10, inCareOrProtected: true, pexRisk: true }),
        candidate({ id: 'urgent', urgent: { by: 'D. Achebe', reason: 'Excluded today' } }),
        candidate({ id: 'school', kind: 'school', schoolUrn: '100001' }),
      ],
      { ...tats, terms: { ...tats.terms, fresh: { count: 8, minutes: 8 } } },
    );
    expect(ids(agenda)).toEqual([
      'urgent',
      'exposed',
      'high',
      'putOff',
      'older',
      'newer',
      'school',
      'review',
    ]);
  });

  it('lets a school join once for its whole-school item and its reviews', () => {
    const reviews = ['a', 'b', 'a', 'b'].map((school, n) =>
      candidate({ id: `r${n}`, kind: 'review', score: 9 - n, schoolUrn: school }),
    );
    const whole = candidate({ id: 'whole', kind: 'school', schoolUrn: 'b' });
    expect(ids(buildAgenda([...reviews, whole], tats))).toEqual(['whole', 'r1', 'r3', 'r0', 'r2']);
  });

  it('puts brothers and sisters one after the other and says so', () => {
    const agenda = buildAgenda(
      [
        candidate({ id: 'older', score: 60, householdId: 'h' }),
        candidate({ id: 'other', score: 50 }),
        candidate({ id: 'younger', score: 20, householdId: 'h' }),
      ],
      tats,
    );
    expect(ids(agenda)).toEqual(['older', 'younger', 'other']);
    expect(lineOf(agenda, 'younger')?.why).toContain('After a brother or sister');
  });

  it('gives each item its time after the opening, in London time', () => {
    const agenda = buildAgenda(
      [...fresh(2), candidate({ id: 'r', kind: 'review', schoolUrn: 'x' })],
      tats,
    );
    expect(agenda.lines.map((it) => [it.position, it.startsAt, it.minutes])).toEqual([
      [1, '13:42', 12],
      [2, '13:54', 12],
      [3, '14:06', 5],
    ]);
  });

  it('keeps the place that a person gave', () => {
    const placed = candidate({
      id: 'placed',
      score: 1,
      pinned: { position: 2, reason: 'Moved on from a sitting without quorum', late: false },
    });
    expect(ids(buildAgenda([...fresh(3), placed], tats))).toEqual(['n0', 'placed', 'n1', 'n2']);
  });
});

describe('the slots of an agenda', () => {
  it('are six, and the seventh hears how many wait before it and what would put it on', () => {
    const agenda = buildAgenda(fresh(9), tats);
    expect(ids(agenda)).toHaveLength(6);
    expect(leftOf(agenda, 'n6')).toMatchObject({
      whyNot: ['All new slots are taken (6)', 'It is the first of those who wait'],
      wouldPutOn: [
        'A new slot comes free',
        'The chair calls it urgent, with a reason: one urgent item may go beyond the slots',
      ],
    });
    expect(leftOf(agenda, 'n8')?.whyNot).toContain('2 others wait before it');
  });

  it('let one urgent item go beyond, in the time of reviews, and no second one', () => {
    const urgent = { by: 'D. Achebe', reason: 'Excluded today' };
    const reviews = Array.from({ length: 6 }, (_, n) =>
      candidate({ id: `r${n}`, kind: 'review', schoolUrn: 's' }),
    );
    const agenda = buildAgenda([...fresh(8, { urgent }), ...reviews], tats);
    expect(ids(agenda).filter((id) => id.startsWith('n'))).toHaveLength(7);
    expect(lineOf(agenda, 'n6')?.why).toContain('One urgent item may go beyond the slots');
    expect(leftOf(agenda, 'n7')?.wouldPutOn).toContain(
      'The chair moves another item to the next sitting',
    );
    expect(agenda.warnings.map((it) => it.candidateId)).toContain('n7');
    expect(ids(agenda).filter((id) => id.startsWith('r'))).toHaveLength(4);
    expect(leftOf(agenda, 'r5')?.whyNot[0]).toBe('No time is left: it takes 5 minutes');
  });

  it('go to one new child of each school, then to more of the same where room is left', () => {
    const one = fresh(7, { schoolUrn: 'one' });
    const others = [5, 4].map((score) =>
      candidate({ id: `other${score}`, score, schoolUrn: `${score}` }),
    );
    const agenda = buildAgenda([...one, ...others], tats);
    expect(ids(agenda)).toEqual(['n0', 'n1', 'n2', 'n3', 'other5', 'other4']);
    expect(leftOf(agenda, 'n4')?.whyNot).toContain(
      'Another new child of its school is on this agenda',
    );
  });

  it('count brothers and sisters as one new child of their school', () => {
    const siblings = [30, 29].map((score) =>
      candidate({ id: `s${score}`, score, schoolUrn: 'one', householdId: 'h' }),
    );
    const agenda = buildAgenda([...siblings, ...fresh(6, { score: 10 })], {
      ...tats,
      terms: { ...tats.terms, fresh: { count: 7, minutes: 12 } },
    });
    expect(ids(agenda)).toContain('s29');
  });
});

describe('a candidate that cannot be talked about', () => {
  it('is left off without papers, unless exclusion is possible', () => {
    const agenda = buildAgenda(
      [
        candidate({ id: 'late', papersMissing: true }),
        candidate({ id: 'atRisk', papersMissing: true, pexRisk: true }),
      ],
      tats,
    );
    expect(ids(agenda)).toEqual(['atRisk']);
    expect(leftOf(agenda, 'late')).toMatchObject({
      whyNot: ['Papers that were asked for are not here yet'],
      wouldPutOn: ['The papers come, or the chair adds it as a late item'],
    });
  });

  it('is left off while somebody it needs is away, or is related to the child', () => {
    const both = [
      candidate({ id: 'a', needs: ['police'] }),
      candidate({ id: 'b', needs: ['nursing'] }),
    ];
    const agenda = buildAgenda(both, {
      ...tats,
      interests: [{ candidateId: 'b', memberId: 'nursing', kind: 'RELATED_CHILD' }],
    });
    expect(leftOf(agenda, 'a')?.whyNot).toEqual(['Police is needed for it and is not expected']);
    expect(leftOf(agenda, 'b')?.whyNot).toContain(
      'School nursing is needed for it and is not expected',
    );
    expect(leftOf(agenda, 'b')?.wouldPutOn).toContain(
      'Somebody for School nursing says that they will come, or the service is left out of it, with a reason',
    );
  });

  it('yields to a risk of permanent exclusion and to the chair, who hear what is missing', () => {
    const urgent = { by: 'D. Achebe', reason: 'Excluded today' };
    const agenda = buildAgenda(
      [
        candidate({ id: 'atRisk', needs: ['police'], pexRisk: true }),
        candidate({ id: 'urgent', needs: ['police'], urgent }),
      ],
      tats,
    );
    expect(ids(agenda)).toEqual(['urgent', 'atRisk']);
    expect(agenda.warnings.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^It is on because the chair calls it urgent, but: Police is/),
      expect.stringMatching(/^It is on because permanent exclusion is possible, but: Police is/),
    ]);
  });

  it('counts those who come only where they are asked for no other item, and a school for its own', () => {
    const only = (service: 'police' | 'school_lead', schoolUrn: string | null = null) => ({
      memberId: service,
      name: service,
      service,
      present: true,
      onlyAsked: { schoolUrn },
    });
    const people = [...tats.people, only('police'), only('school_lead', '100001')];
    const wanting = (id: string, service: 'police' | 'school_lead', more: Partial<Candidate>) =>
      candidate({ id, needs: [service], ...more });
    const agenda = buildAgenda(
      [
        wanting('asked', 'police', { invited: ['police'] }),
        wanting('notAsked', 'police', { invited: [] }),
        wanting('own', 'school_lead', { invited: ['school_lead'], schoolUrn: '100001' }),
        wanting('other', 'school_lead', { invited: ['school_lead'], schoolUrn: '100002' }),
      ],
      { ...tats, people },
    );
    expect(ids(agenda).sort()).toEqual(['asked', 'own']);
  });

  it('is left off when the item alone would have no quorum', () => {
    const finance = {
      anyOf: ['finance'],
      label: 'finance (money is decided)',
      when: 'money',
    } as const;
    const circumstances = {
      ...tats,
      terms: { ...tats.terms, quorum: [...tats.terms.quorum, finance] },
      interests: [
        { candidateId: 'advice', memberId: 'psychology', kind: 'AUTHOR_OF_ADVICE' as const },
      ],
    };
    const late = { reason: 'The offer ends on Friday', late: true };
    const agenda = buildAgenda(
      [candidate({ id: 'money', money: true, pinned: late }), candidate({ id: 'advice' })],
      circumstances,
    );
    expect(leftOf(agenda, 'money')?.whyNot).toEqual([
      'There would be no quorum for it. Missing: finance (money is decided)',
    ]);
    expect(leftOf(agenda, 'advice')?.whyNot[0]).toContain('psychology');
    expect(agenda.warnings).toHaveLength(1);
  });

  it('leaves the agenda as it is when the whole sitting has no quorum yet, with a warning', () => {
    const people = tats.people.filter(({ service }) => service !== 'attendance');
    const agenda = buildAgenda(fresh(1), { ...tats, people });
    expect(ids(agenda)).toEqual(['n0']);
    expect(agenda.warnings).toEqual([
      { text: 'There would be no quorum. Missing: attendance. Ask for deputies.' },
    ]);
  });

  it('waits when its review is soon enough at the next sitting', () => {
    const review = (id: string, reviewDue: string) => candidate({ id, kind: 'review', reviewDue });
    const agenda = buildAgenda([review('soon', '2026-10-27'), review('later', '2026-10-28')], tats);
    expect(ids(agenda)).toEqual(['soon']);
    expect(leftOf(agenda, 'later')?.whyNot[0]).toContain('28 October');
  });
});

describe('a candidate that may not wait', () => {
  it('goes on before all others once it was put off as often as may be', () => {
    const twice = candidate({ id: 'twice', score: 0, deferrals: 2, papersMissing: true });
    const agenda = buildAgenda([...fresh(6), twice], tats);
    expect(ids(agenda)).toContain('twice');
    expect(leftOf(agenda, 'n5')).toBeDefined();
    expect(agenda.warnings).toEqual([
      {
        candidateId: 'twice',
        text: 'It is on because it may not be put off again, but: Papers that were asked for are not here yet. What helps: The papers come, or the chair adds it as a late item; or the head of service approves by name that it may wait.',
      },
    ]);
  });

  it('may wait again when the head of service approved it by name', () => {
    const approved = candidate({
      id: 'approved',
      score: 0,
      deferrals: 2,
      papersMissing: true,
      approvedBy: 'M. Okello',
    });
    expect(leftOf(buildAgenda([approved], tats), 'approved')?.whyNot).toContain(
      'Put off twice before; M. Okello approved that it may wait again',
    );
  });

  it('makes the sitting too long rather than be left off, and the chair hears by how much', () => {
    const agenda = buildAgenda(fresh(10, { deferrals: 2 }), tats);
    expect(ids(agenda)).toHaveLength(10);
    expect(agenda.warnings[0]?.text).toContain('15 minutes more than the sitting has');
  });

  it('goes before the usual order when the law sets its date before the next sitting', () => {
    const legal = candidate({ id: 'legal', score: 0, statutoryBy: '2026-10-27' });
    expect(ids(buildAgenda([...fresh(6), legal], tats))).toContain('legal');
  });

  it('is offered a delegated decision when it is left off all the same', () => {
    const legal = candidate({ id: 'legal', statutoryBy: '2026-10-27', papersMissing: true });
    const agenda = buildAgenda([legal, candidate({ id: 'wait', papersMissing: true })], tats);
    expect(leftOf(agenda, 'legal')?.offer).toBe('delegated_decision');
    expect(leftOf(agenda, 'wait')).not.toHaveProperty('offer');
    expect(agenda.warnings).toEqual([
      {
        candidateId: 'legal',
        text: 'The last day by law is 27 October 2026, and it is not on. An officer with delegated powers may decide it: the panel only advises.',
      },
    ]);
  });
});

describe('any agenda', () => {
  it('has every candidate once, on or off, each with its reason', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        const { lines, left } = buildAgenda(candidates, tats);
        const all = [...lines, ...left].map((it) => it.candidate.id).sort();
        expect(all).toEqual(candidates.map(({ id }) => id).sort());
        for (const { why } of lines) expect(why).not.toEqual([]);
        for (const { whyNot, wouldPutOn } of left) {
          expect(whyNot).not.toEqual([]);
          expect(wouldPutOn).not.toEqual([]);
        }
      }),
    );
  });

  it('is the same however its candidates are handed over', () => {
    const shuffled = anyCandidates.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(buildAgenda(other, tats)).toEqual(buildAgenda(all, tats));
      }),
    );
  });

  it('keeps to slots and minutes, but for those who may not wait and one urgent item', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        const { lines } = buildAgenda(candidates, tats);
        const forced = ({ candidate: it }: Agenda['lines'][number]) =>
          it.deferrals >= tats.terms.mostDeferrals && !it.approvedBy;
        const free = lines.filter((it) => !forced(it));
        const over = (['fresh', 'review'] as const).reduce((sum, slot) => {
          const used = free.filter((it) => slotOf(it.candidate) === slot).length;
          return sum + Math.max(0, used - tats.terms[slot].count);
        }, 0);
        expect(over).toBeLessThanOrEqual(1);
        const minutes = lines.reduce((sum, it) => sum + it.minutes, tats.terms.opening);
        if (free.length) expect(minutes).toBeLessThanOrEqual(tats.minutes);
      }),
    );
  });

  it('leaves nobody off who may not wait, and keeps siblings together', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        const { lines, left } = buildAgenda(candidates, tats);
        for (const { candidate: it } of left) {
          expect(it.deferrals < tats.terms.mostDeferrals || it.approvedBy).toBeTruthy();
        }
        const households = lines.map((it) => it.candidate.householdId ?? it.candidate.id);
        const changes = households.filter((it, n) => it !== households[n - 1]);
        expect(changes).toHaveLength(new Set(households).size);
      }),
    );
  });
});

describe('the agenda of any week', () => {
  const services = tats.people.map(({ service }) => service);
  const away = fc.subarray(services);

  it('takes nobody whom somebody needed cannot attend, but those who may not wait', () => {
    fc.assert(
      fc.property(anyCandidates, away, (candidates, apologies) => {
        const people = tats.people.map((it) => ({
          ...it,
          present: !apologies.includes(it.service),
        }));
        const here = people.filter(({ present }) => present).map(({ service }) => service);
        const { lines, left } = buildAgenda(candidates, { ...tats, people });
        for (const { candidate: it } of lines) {
          const forced = it.deferrals >= tats.terms.mostDeferrals && !it.approvedBy;
          if (forced || it.urgent || it.pexRisk) continue;
          expect(it.needs.filter((service) => !here.includes(service))).toEqual([]);
        }
        for (const { candidate: it, whyNot } of left)
          if (!it.urgent && !it.pexRisk && it.needs.some((service) => !here.includes(service)))
            expect(whyNot.join(' ')).toContain('needed for it and is not expected');
      }),
    );
  });

  it('lets each school join once for its own item and its reviews', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        const calm = candidates.filter(
          ({ kind, urgent, householdId, pexRisk }) =>
            kind !== 'fresh' && !urgent && !householdId && !pexRisk,
        );
        const schools = buildAgenda(calm, tats).lines.map(({ candidate: it }) => it.schoolUrn);
        const joins = schools.filter((school, n) => school !== schools[n - 1]);
        expect(joins).toHaveLength(new Set(joins).size);
      }),
    );
  });

  it('puts nobody off beyond the limit without a name, week after week', () => {
    fc.assert(
      fc.property(anyCandidates, fc.array(away, { minLength: 4, maxLength: 8 }), (first, weeks) => {
        let waiting: readonly Candidate[] = first;
        for (const apologies of weeks) {
          const people = tats.people.map((it) => ({
            ...it,
            present: !apologies.includes(it.service),
          }));
          const { lines, left } = buildAgenda(waiting, { ...tats, people });
          for (const { candidate: it } of left)
            expect(it.deferrals < tats.terms.mostDeferrals || it.approvedBy).toBeTruthy();
          const putOff = lines
            .filter((_, n) => n % 2 === 0)
            .map(({ candidate: it }) => ({ ...it, deferrals: it.deferrals + 1 }))
            .filter(({ deferrals }) => deferrals <= tats.terms.mostDeferrals);
          waiting = [...putOff, ...left.map(({ candidate: it }) => it)];
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the chair', () => {
  const agenda = buildAgenda(fresh(3), tats);
  const by = 'D. Achebe';

  it('moves an item with a reason; times follow and the log keeps it', () => {
    const move = { candidateId: 'n2', to: 1, reason: 'The school can only join early', by };
    const after = reordered(agenda, [move]);
    expect(ids(after)).toEqual(['n2', 'n0', 'n1']);
    expect(after.lines.map(({ startsAt }) => startsAt)).toEqual(['13:42', '13:54', '14:06']);
    expect(after.log).toEqual([{ ...move, from: 3 }]);
    expect(reordered(after, [{ ...move, to: 3 }]).log).toHaveLength(2);
    expect(agenda.log).toEqual([]);
  });

  it.each([
    ['n2', 1, ' ', 'reason'],
    ['gone', 1, 'Early', 'onAgenda'],
    ['n2', 4, 'Early', 'place'],
    ['n2', 1.5, 'Early', 'place'],
  ])('is refused in words: %s to %s because “%s”', (candidateId, to, reason, guard) => {
    expect(() => reordered(agenda, [{ candidateId, to, reason, by }])).toThrow(guard);
  });
});

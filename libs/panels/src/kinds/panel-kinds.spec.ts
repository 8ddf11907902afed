import { pathwayNamed } from '@app/pathways';
import { arrowsOf } from '../../../pathways/testing/arrows';
import { guardsOf } from '../../../pathways/testing/asked';
import { panelKinds } from './panel-kinds';

const MAPS = panelKinds.flatMap(({ code, decides }) =>
  Object.entries(decides).map(([pathway, map]) => ({ code, pathway, map })),
);

describe.each(MAPS)('$pathway at $code', ({ pathway: name, map }) => {
  const pathway = pathwayNamed(name);
  const coming = [
    ...map.fresh,
    ...map.review,
    ...(map.opens ? ['in_discussion', 'discussed'] : []),
  ];
  const arrows = arrowsOf(pathway).filter(({ from }) => coming.includes(from));
  const leads = (from: string, event: string) =>
    arrowsOf(pathway).some((arrow) => arrow.event === event && [from, '*'].includes(arrow.from));

  it('can take every step from the state that the panel finds it in', () => {
    const steps = [
      ...Object.entries({ ...map.notYet, ...map.lists }),
      ...(map.defers?.from.map((from) => [from, map.defers!.event] as const) ?? []),
      ...(map.opens?.from.map((from) => [from, map.opens!.event] as const) ?? []),
    ];
    expect(steps.filter(([from, event]) => !leads(from, event))).toEqual([]);
    const settled = [...map.decisions, ...(map.also ?? [])];
    expect(settled.filter((event) => !arrows.some((arrow) => arrow.event === event))).toEqual([]);
  });

  it('knows the clocks on whose day a review is due', () => {
    const codes = pathway.clocks.map(({ code }) => code);
    expect((map.reviewClocks ?? []).filter((code) => !codes.includes(code))).toEqual([]);
    expect(map.review.length === 0).toBe(map.reviewClocks === undefined);
  });

  it('is decided in its sitting or with a reason, but for what the law asks', () => {
    const free = arrows
      .filter(({ event }) => map.decisions.includes(event))
      .filter(
        ({ guards }) => !guards.some((it) => ['inItsSitting', 'panelHasAdvised'].includes(it)),
      );
    expect(free.length > 0).toBe(map.isStatutory ?? false);
    if (map.isStatutory) expect(pathway.guards).not.toHaveProperty('inItsSitting');
  });
});

const GATED = MAPS.filter(({ map }) => !map.isStatutory);

describe.each(GATED)('the gate of $code before $pathway', ({ pathway }) => {
  const { allows, words, missing } = guardsOf(pathwayNamed(pathway));
  const form = { withoutPanelReason: 'The place is lost on Friday' };

  it('stands only while the child is on an agenda and the item is not open with a quorum', () => {
    expect(allows('inItsSitting', { facts: { quorate: true } })).toBe(true);
    expect(allows('inItsSitting', {})).toBe(true);
    expect(allows('inItsSitting', { facts: { quorate: false } })).toBe(false);
    expect(words('inItsSitting')).toContain('Decide it in the sitting');
    expect(missing('inItsSitting').map(({ who }) => who)).toEqual([
      'The chair',
      'A SEND manager, on the form of the decision',
    ]);
  });

  it('is passed by the decision maker who says why, and by nobody else', () => {
    const listed = (actorMay: 'decision.make' | 'place.offer', reason: object) =>
      allows('inItsSitting', { form: reason, facts: { quorate: false, actorMay: [actorMay] } });
    expect(listed('decision.make', form)).toBe(true);
    expect(listed('decision.make', {})).toBe(false);
    expect(listed('place.offer', form)).toBe(false);
  });
});

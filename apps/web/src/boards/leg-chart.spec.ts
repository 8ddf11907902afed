import { type LegFigures } from '@app/reporting';
import { legCharts } from './leg-chart';

const leg = (more: Partial<LegFigures>): LegFigures => ({
  key: 'advice',
  label: 'Gather advice',
  usual: [5, 12],
  open: 0,
  breached: 0,
  at_risk: 0,
  on_time: 0,
  weeks: [],
  ...more,
});

const advice = leg({
  open: 12,
  breached: 2,
  at_risk: 3,
  on_time: 7,
  weeks: [
    { weeks: '9', status: 'on_time', count: 7 },
    { weeks: '15', status: 'at_risk', count: 3 },
    { weeks: '21+', status: 'breached', count: 2 },
  ],
});

describe('the drawing of the 20 weeks', () => {
  it('has a bar for each count, on one scale for all rows', () => {
    const other = leg({
      open: 14,
      on_time: 14,
      weeks: [{ weeks: '1', status: 'on_time', count: 14 }],
    });
    const { wide } = legCharts([advice, other]);
    const [first, second] = wide.rows;
    expect(first?.bars.map(({ status }) => status)).toEqual(['on_time', 'at_risk', 'breached']);
    expect((second?.bars[0]?.height ?? 0) / (first?.bars[0]?.height ?? 1)).toBeCloseTo(2, 1);
    expect(first?.counts.map(({ count }) => count)).toEqual([7, 3, 2]);
  });

  it('puts breached bars right of the end of week 20 and the usual weeks on grey', () => {
    const { wide } = legCharts([advice]);
    const [onTime, atRisk, breached] = wide.rows[0]?.bars ?? [];
    const ground = wide.rows[0]?.ground;
    expect(breached?.x).toBeGreaterThan(wide.limitX);
    expect(onTime?.x).toBeGreaterThanOrEqual(ground?.x ?? Infinity);
    expect(atRisk?.x).toBeGreaterThan((ground?.x ?? 0) + (ground?.width ?? 0));
  });

  it('stays inside both drawings', () => {
    for (const drawing of [legCharts([advice]).wide, legCharts([advice]).narrow]) {
      for (const { bars, nameY, baseline } of drawing.rows) {
        for (const { x, width, y } of bars) {
          expect(x + width).toBeLessThanOrEqual(drawing.width);
          expect(y).toBeGreaterThan(0);
        }
        expect(nameY).toBeGreaterThan(0);
        expect(baseline).toBeLessThan(drawing.height);
      }
    }
  });

  it('says each row as a sentence with the same numbers', () => {
    expect(legCharts([advice, leg({})]).sentences).toEqual([
      'Gather advice: 12 open, 2 breached, 3 at risk, 7 on time. Most, 7, are in week 9. Usually done in weeks 5 to 12.',
      'Gather advice: none open.',
    ]);
  });

  it('stacks two states of the same week', () => {
    const mixed = leg({
      open: 3,
      weeks: [
        { weeks: '6', status: 'on_time', count: 1 },
        { weeks: '6', status: 'at_risk', count: 2 },
      ],
    });
    const [below, above] = legCharts([mixed]).wide.rows[0]?.bars ?? [];
    expect(above?.x).toBe(below?.x);
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeCloseTo(below?.y ?? 0, 1);
    expect(legCharts([mixed]).wide.rows[0]?.counts).toEqual([
      expect.objectContaining({ count: 3 }),
    ]);
  });
});

const PENCE = 100;

interface Line {
  readonly item: string;
  readonly kind: string;
  readonly barrier: string;
  readonly cost: number;
}

const line = (item: string, kind: string, barrier: string, pounds: number): Line => ({
  item,
  kind,
  barrier,
  cost: pounds * PENCE,
});

const bid = (need: string, barrier: string, tried: string, now: string, ...lines: Line[]) => ({
  need,
  lines,
  form: { barrier, tried, lines, measure: { what: 'Takes part with the class', now } },
});

/** What schools ask the fund for. */
export const BIDS = [
  bid(
    'HI',
    'Cannot follow lessons in the hall because of the noise',
    'Seat by the door and ear defenders, from the school’s own budget',
    'Leaves two in three hall lessons',
    line('Radio aid', 'equipment', 'Hears the teacher in large rooms', 940),
    line('Training for the class team', 'training', 'Adults use the aid in every lesson', 260),
  ),
  bid(
    'PD',
    'Cannot reach the bench in science or the sink in art',
    'A stool, and lessons moved to the ground floor',
    'Watches practicals from the side',
    line('Adjustable table', 'equipment', 'Works at the bench with a partner', 1180),
  ),
  bid(
    'ASD',
    'Lunch in the hall ends in tears, and the afternoon is lost',
    'A quiet table and an earlier sitting',
    'Eats alone in an office',
    line('Partition and soft light', 'adaptation', 'Eats with two friends', 620),
    line('Sessions with a therapist', 'therapy', 'Practises lunch in small steps', 540),
  ),
  bid(
    'SLCN',
    'Nobody in the club understands her signs, so she has stopped going',
    'A leaflet with ten signs',
    'Goes to no club',
    line('Course in signing for club leaders', 'training', 'Joins in at the club', 480),
    line('Taxi home after the club', 'transport', 'Can stay until five', 390),
  ),
  bid(
    'VI',
    'Worksheets arrive too small and too late to be enlarged',
    'A magnifier from the school',
    'Finishes one task in three',
    line('Tablet with reading software', 'equipment', 'Reads every sheet as it is given out', 710),
  ),
] as const;

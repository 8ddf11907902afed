const text = { type: 'string' };
const day = { ...text, format: 'date' };
const texts = { type: 'array', items: text };
const orNull = <T extends object>(schema: T) => ({ ...schema, nullable: true });
const list = <T extends object>(properties: T) => ({
  type: 'array',
  items: { type: 'object', properties },
});

/** A date explained, for the OpenAPI document. */
export const deadlineSchema = {
  type: 'object',
  properties: {
    id: text,
    reference: text,
    label: text,
    date: day,
    lastWorkingDayBefore: day,
    status: {
      ...text,
      enum: [
        'open',
        'due_today',
        'met',
        'met_late',
        'excused_late',
        'overdue',
        'overdue_excused',
        'void',
      ],
    },
    basis: { ...text, enum: ['statutory', 'guidance', 'local'] },
    sentence: text,
    rule: {
      type: 'object',
      properties: {
        code: orNull(text),
        source: text,
        version: orNull(text),
        reading: orNull(text),
        certainty: orNull(text),
      },
    },
    operator: text,
    number: orNull({ type: 'integer' }),
    unit: orNull(text),
    fromTermDay: orNull(text),
    daysAdded: { type: 'integer' },
    countsFrom: day,
    trigger: orNull({
      type: 'object',
      properties: {
        event: text,
        occurredOn: day,
        recordedAt: { type: 'string', format: 'date-time' },
        by: text,
      },
    }),
    calendar: { type: 'object', properties: { name: text, version: text } },
    steps: list({ text, note: orNull(text), result: orNull(text) }),
    exceptions: list({
      code: text,
      ground: text,
      source: text,
      needs: text,
      dates: text,
      answer: orNull(text),
    }),
    moved: list({ on: day, from: day, to: day, reason: orNull(text) }),
    wouldChange: texts,
    wouldNotChange: texts,
    dependants: list({ id: text, label: text, date: day }),
    recomputed: {
      type: 'object',
      properties: { date: orNull(day), same: { type: 'boolean' } },
    },
  },
};

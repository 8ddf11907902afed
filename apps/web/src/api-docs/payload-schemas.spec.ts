import { payloadSchemas } from './payload-schemas';

it('describes rows as an array of objects, and money as whole pence', () => {
  const schemas = payloadSchemas();
  expect(schemas['placement_request.SUBMITTED']).toMatchObject({
    required: expect.arrayContaining(['options', 'recommended']) as string[],
    properties: {
      options: {
        type: 'array',
        title: 'Options',
        minItems: 6,
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            reply: { enum: ['yes', 'no', 'none'] },
            cost: {
              properties: {
                education: {
                  type: 'integer',
                  title: 'Education, pounds a year',
                  description: 'Whole pence',
                },
              },
            },
          },
        },
      },
    },
  });
});

it('has one for every event, under a name that the description may use', () => {
  const names = Object.keys(payloadSchemas());
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !/^[\w.-]+$/.test(name))).toEqual([]);
});

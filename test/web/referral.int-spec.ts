import { aSupportedCase, type Supported, TODAY } from './support-given';

let given: Supported;
beforeAll(async () => {
  given = await aSupportedCase();
}, 120_000);
afterAll(() => given?.close());

it('opens a case from a referral with the year group filled in', async () => {
  const [referral] = await given.rows<{ id: string; childId: string }>(
    `INSERT INTO referral (authority, child_id, from_case, from_version, number, pathway, reason, answers, made_on)
     SELECT authority, child_id, id, version, 0, 'ebsna', 'Stays at home', '{}', $2::date FROM send_case WHERE id = $1
     RETURNING id, child_id AS "childId"`,
    [given.caseId, TODAY],
  );
  const { marguerite } = given.people;
  const form = await marguerite.get(`/referrals/${referral!.id}`);
  expect([form.status, form.text]).toEqual([
    200,
    expect.stringMatching(/name="ncYear"[^>]*value="6"|value="6"[^>]*name="ncYear"/),
  ]);
  const byHand = await marguerite.get(`/children/${referral!.childId}/open/ebsna`);
  expect(byHand.text).toMatch(/name="ncYear"[^>]*value="6"|value="6"[^>]*name="ncYear"/);
});

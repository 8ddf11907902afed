import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Finds children whose name was typed as it sounds: Katherine for Catherine, Mohamed for Muhammad. */
export class NamesThatSoundAlike1795300100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(NAME_SOUNDS);
    await db.query(INDEX);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}

/**
 * One key for each word of a name, and for the parts of a word with hyphen or apostrophe: accents off,
 * letters that sound alike made one, vowels dropped.
 * It stands in the database so that every way of adding a child is indexed by the same rule.
 */
const NAME_SOUNDS = `
CREATE FUNCTION name_sounds(name text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT left(sound, 8)), '{}') FROM (
    SELECT
      translate(left(skeleton, 1), 'eiou', 'aaaa') || regexp_replace(substr(skeleton, 2), '[aeiouyhw]', '', 'g') AS sound
    FROM (
      SELECT regexp_replace(translate(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
          word, '^(?:k(?=n)|g(?=n)|p(?=[ns])|w(?=r))', ''),
          '^g(?=[ei])', 'j'),
          'ph|v', 'f', 'g'),
          '^gh|gh(?=[aeiou])', 'g', 'g'),
          'gh', '', 'g'),
          'tch|sch|sh|ch', '1', 'g'),
          'c(?=[eiy])', 's', 'g'),
        'cqzx', 'kkss'), '(.)\\1+', '\\1', 'g') AS skeleton
      FROM (SELECT translate(lower(regexp_replace(normalize(name, NFD), '[\\u0300-\\u036f]', '', 'g')), 'øłđ', 'old') AS plain) AS letters,
        LATERAL (
          SELECT regexp_split_to_table(plain, '[^a-z]+')
          UNION SELECT regexp_split_to_table(regexp_replace(plain, '[''’ʼ‘\`-]', '', 'g'), '[^a-z]+')
        ) AS words(word)
      WHERE word <> ''
    ) AS skeletons
  ) AS sounds WHERE sound <> ''
$$`;

const INDEX = `
CREATE INDEX child_sounds ON child USING gin
  (name_sounds(legal_forename || ' ' || legal_surname || ' ' || coalesce(preferred_name, '')))`;

import { hash, verify } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';

const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const; // OWASP's smallest advised cost
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$Bs3kq2SnS+x63iLKI8iyag$EAv1/LVkZCJmx1CyEl+eF2YCnyeMjPQMP7veOApwVnU';

const SHORTEST_PASSWORD = 15;
const LONGEST_PASSWORD = 200;

const WORDS =
  'acorn amber anchor apple apron arrow aspen badger basket beacon birch blanket bramble bridge button cabin candle canoe carpet cedar cherry chestnut clover cobble copper coral cotton cradle crystal dapple desert dinner dolphin donkey ember falcon feather fern ferry fiddle forest garden ginger glacier granite hammer harbour hazel heather helmet heron hollow honey island ivory jacket jigsaw juniper kettle kitten ladder lantern laurel lemon lilac linen lobster magnet mango maple marble meadow mellow mitten mountain muffin mustard nectar nettle nutmeg ocean olive onion orchard otter paddle parcel parsley pebble pepper pigeon pillow pocket poppy puddle quarry rabbit radish raven ribbon river rocket saddle saffron salmon sandal silver skipper spruce squirrel stable sunset tablet teapot thimble thistle timber tulip tunnel turnip velvet violet walnut willow window winter'.split(
    ' ',
  );

/** A hash to keep instead of a password: argon2id, with its own salt and cost inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Whether a password fits. An account without one takes as long to say no as any other. */
export async function isPassword(
  stored: string | null | undefined,
  password: string,
): Promise<boolean> {
  if (password.length > LONGEST_PASSWORD) return false;
  const fits = await verify(stored ?? NOBODYS, password).catch(() => false);
  return fits && Boolean(stored);
}

/** What is wrong with a new password, in words; undefined when nothing is. Length counts, kinds of characters do not. */
export function passwordProblem(password: string, own: readonly string[]): string | undefined {
  if (!password) return 'Enter a new password';
  if (password.length < SHORTEST_PASSWORD) {
    return `Password must be ${SHORTEST_PASSWORD} characters or more. Four words in a row are easy to remember`;
  }
  if (password.length > LONGEST_PASSWORD)
    return `Password must be ${LONGEST_PASSWORD} characters or fewer`;
  if (isEasy(password.toLowerCase(), own)) {
    return 'Password is too easy to guess. Do not use your name, your e-mail address or a well-known word';
  }
  return undefined;
}

function isEasy(password: string, own: readonly string[]): boolean {
  if (new Set(password).size < 6) return true;
  const rest = [
    ...WELL_KNOWN,
    ...own.map((name) => name.toLowerCase()).filter(({ length }) => length > 3),
  ].reduce((left, word) => left.replaceAll(word, ''), password);
  return rest.replaceAll(/[^a-z]/g, '').length < 6;
}

const WELL_KNOWN = [
  'password',
  'qwertyuiop',
  'qwerty',
  'letmein',
  'causeway',
  'welcome',
  'administrator',
  'admin',
  'iloveyou',
  'football',
  'abcdefgh',
];

/** A first password to hand over: five words, about 35 bits; the account locks long before it is guessed. */
export function firstPassword(): string {
  return Array.from({ length: 5 }, () => WORDS[randomInt(WORDS.length)]).join('-');
}

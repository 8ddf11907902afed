const CODE = /undefined|null|NaN|\[object|Invalid Date|\b[a-z]+_[a-z_]+\b|\b[A-Z]+_[A-Z_]+\b/;

/** Something that a person can read: a few words, and no code or hole in them. */
export function isWords(text: string): boolean {
  return /[A-Za-z]{3}/.test(text) && !CODE.test(text);
}

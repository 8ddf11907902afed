/** What bytes 128 to 159 stand for; a space marks the five that stand for nothing. */
const UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Text in Windows-1252 (Node's own decoder confuses it with Latin-1 in some versions); undefined where it cannot be. */
export function fromWindows1252(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  let isWhole = true;
  const decoded = text.replace(/[\u0080-\u009f]/g, (sign) => {
    const meant = UPPER.charAt(sign.charCodeAt(0) - 0x80);
    if (meant === ' ') isWhole = false;
    return meant;
  });
  return isWhole ? decoded : undefined;
}

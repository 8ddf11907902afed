/** Contrast of a colour ('#rrggbb') with white, from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrastWithWhite(colour: string): number {
  return 1.05 / (luminance(channelsOf(colour)) + 0.05);
}

/** A pale ground made from a colour: a tenth of it on white. */
export function tintOf(colour: string): string {
  const mixed = channelsOf(colour).map((channel) => Math.round(255 - (255 - channel) * 0.1));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Says of a colour what can be read on it (WCAG 2.2, contrast). */

const WHITE = [255, 255, 255];
const INK = [27, 31, 36];
const ENOUGH = 4.5;

/** A colour as a browser reads it, `#rrggbb`, or null where it is none. @param {string} value */
export function asHex(value) {
  if (!value || !CSS.supports('color', value) || !/^(#|rgb\(|[a-z]+$)/i.test(value)) return null;
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return null;
  canvas.fillStyle = value;
  return /^#[0-9a-f]{6}$/i.test(canvas.fillStyle) ? canvas.fillStyle : null;
}

/** How bright, from 0 to 1. @param {number[]} parts */
function luminance(parts) {
  const [red, green, blue] = parts
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {number[]} one @param {number[]} other */
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour of text on a colour, and its contrast, rounded down to a tenth.
 * @param {string} hex
 */
export function textOn(hex) {
  const ground = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const onWhite = contrast(ground, WHITE);
  const white = onWhite >= ENOUGH;
  const ratio = white ? onWhite : contrast(ground, INK);
  return { white, ratio: Math.floor(ratio * 10) / 10 };
}

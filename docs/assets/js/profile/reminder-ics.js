/**
 * A calendar file of days (RFC 5545). Pure; the dates, the ids and the words are passed in.
 */

/** A line has no more octets, its break aside (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/**
 * The day so many months later; where that month has no such day, its last.
 * @param {string} day `2026-08-31`
 * @param {number} months
 * @returns {string} for 6, `2027-02-28`
 */
export function monthsLater(day, months) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** A text as a value (RFC 5545, 3.3.11). @param {string} text */
const escaped = (text) =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');

/** A line in lines of 75 octets and fewer, no character of them broken. @param {string} line */
function folded(line) {
  const lines = [''];
  let octetsLeft = LONGEST_LINE;
  for (const sign of line) {
    const octets = new TextEncoder().encode(sign).length;
    if (octets > octetsLeft) {
      lines.push(' ');
      octetsLeft = LONGEST_LINE - 1;
    }
    lines[lines.length - 1] += sign;
    octetsLeft -= octets;
  }
  return lines.join('\r\n');
}

/** `20270523` for `2027-05-23`. @param {string} day */
const compact = (day) => day.replaceAll('-', '');

/**
 * @typedef {object} Event a whole day, on which one is free all the same
 * @property {string} day `2027-05-23`
 * @property {string} title
 * @property {string} description
 * @property {string} id that no other event has
 *
 * The file: private events, so that a calendar that others see does not show their words.
 * @param {Event[]} events
 * @param {{ address: string, made: string }} facts the page to look at, and the ISO time in UTC
 */
export function calendar(events, { address, made }) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//five-attributes//leadership profile//EN',
    ...events.flatMap((event) => eventLines(event, { address, made })),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** @param {Event} event @param {{ address: string, made: string }} facts */
function eventLines({ day, title, description, id }, { address, made }) {
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  return [
    'BEGIN:VEVENT',
    `UID:${id}@five-attributes`,
    `DTSTAMP:${made.slice(0, 19).replace(/[-:]/g, '')}Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(next)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${new URL(address)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

// The site's own time, whatever the reader's clock is set to.
//
// In: instants, and local dates as the pages write them (ISO 8601, no offset). Out: minutes of the
// site's local time since 1970, which compare and subtract like numbers. Promise: pure; the
// reader's time zone changes nothing.

export const DAY = 1440;

/** Minutes of a local date or date and time; a date alone is its midnight. */
export const minutes = (local) => Date.parse(local.length > 10 ? `${local}Z` : `${local}T00:00Z`) / 60000;

/** When something that ends so is over: a date alone includes its day. */
export const ending = (local) => minutes(local) + (local.length > 10 ? 0 : DAY);

/** The number of a day, counted from 1 January 1970. */
export const dayOf = (time) => Math.floor(time / DAY);

/** The day of the week, Monday 0. */
export const weekday = (day) => (day + 3) % 7;

/** The local time of a zone (IANA name) at an instant. */
export function localNow(zone, instant = new Date()) {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return minutes(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`);
}

/** Writes local minutes as a locale does, by the options of `Intl.DateTimeFormat`. */
export function writer(locale, options) {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return {
    text: (time) => format.format(time * 60000),
    /** One part of the text, such as the bare number of the year. */
    part: (time, type) => format.formatToParts(time * 60000).find((part) => part.type === type)?.value ?? '',
  };
}

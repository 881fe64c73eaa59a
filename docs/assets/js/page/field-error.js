/**
 * Ties what is wrong to the field that it is about, for as long as it is wrong: who comes to the field hears it.
 * @param {Element | null | undefined} field
 * @param {Element | null | undefined} message what is said of it; it has an id
 * @param {boolean} wrong
 */
export function tie(field, message, wrong) {
  if (!field || !message) return;
  const others = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((id) => id && id !== message.id);
  const ids = wrong ? [message.id, ...others] : others;
  if (ids.length) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
  field.setAttribute('aria-invalid', String(wrong));
}

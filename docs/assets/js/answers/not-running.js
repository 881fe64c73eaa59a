/**
 * Asks before a page goes whose fields have words in them that no element of the page has taken up, as a
 * script did not come, or the browser is too old for it. The notice that says so is in the page from the
 * start (macros/templates/parts/questions.html); each element marks itself `ready` once it takes words up.
 *
 * A classic script in the oldest syntax, loaded by itself, so that it works where the modules do not.
 */
(function () {
  var FIELDS = ['workbook-question', 'give-feedback']
    .map(function (name) {
      return (
        name +
        ':not([ready]) textarea, ' +
        name +
        ':not([ready]) input[type=radio], ' +
        name +
        ':not([ready]) input[type=date]'
      );
    })
    .join();

  /** @returns {(HTMLTextAreaElement | HTMLInputElement)[]} */
  function fields() {
    return Array.prototype.slice.call(document.querySelectorAll(FIELDS));
  }

  /** @param {HTMLTextAreaElement | HTMLInputElement} field */
  function isChanged(field) {
    if ('checked' in field && field.type === 'radio') return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
  }

  /** @param {BeforeUnloadEvent} event */
  function ask(event) {
    if (fields().some(isChanged)) event.returnValue = 'unsaved';
  }

  var TYPES = ['input', 'change', 'focusin'];

  function watch() {
    removeEventListener('beforeunload', ask);
    if (fields().length)
      addEventListener('beforeunload', ask); // not always: such pages go back slowly
    else if (document.readyState !== 'loading') {
      TYPES.forEach(function (type) {
        document.removeEventListener(type, watch, true); // all are taken up: no key need look again
      });
    }
  }

  TYPES.forEach(function (type) {
    document.addEventListener(type, watch, true);
  });
})();

/**
 * Something that happened to the answer of one question. Everybody hears it on the page's one `Answers`.
 *
 * - `saved`: the answer of an entry of this page is on the disk.
 * - `recovered`: so is the draft that a closed page left.
 * - `moved`: an answer was put by that its field cannot show.
 * - `merged`: there was one under a former id as well. One answer fewer is kept as such, but its text is.
 */
export class AnswerEvent extends Event {
  /**
   * @param {'saved' | 'recovered' | 'moved' | 'merged'} type
   * @param {string} id the question's
   * @param {string} [value] the text that is stored now
   * @param {boolean} [hasKeptText] whether another text was kept with it
   */
  constructor(type, id, value = '', hasKeptText = false) {
    super(type);
    this.id = id;
    this.value = value;
    this.hasKeptText = hasKeptText;
  }
}

/**
 * @param {EventTarget} answers
 * @param {ConstructorParameters<typeof AnswerEvent>[0]} type
 * @param {(event: AnswerEvent) => void} hear
 */
export function onAnswer(answers, type, hear) {
  answers.addEventListener(type, (event) => {
    if (event instanceof AnswerEvent) hear(event);
  });
}

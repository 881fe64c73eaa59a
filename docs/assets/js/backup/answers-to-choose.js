/** List the answers that have 2 versions after a restore, each with a link to its question. */

import { reportData } from '../page/report-data.js';
import { root, searchOf } from '../page/this-page.js';
import { splitId } from '../storage/records.js';

/**
 * Fills the list in `<div data-choose hidden>… <ul></ul></div>`, and shows it where there is something to choose.
 * @param {Element | null} place
 * @param {string[]} ids of the answers
 * @throws where the guide's data cannot be had
 */
export async function listAnswersToChoose(place, ids) {
  place?.toggleAttribute('hidden', true);
  if (!place || !ids.length) return;
  const questions = new Map(questionsOf(await reportData()));
  const items = ids.flatMap((id) => {
    const { question, shelf } = splitId(id);
    const known = questions.get(question);
    if (!known) return []; // it is on no page any more, and is under "Earlier questions"
    const [item, link] = [document.createElement('li'), document.createElement('a')];
    link.href = new URL(`workbooks/${known.workbook}/${searchOf(shelf || null)}#${question}`, root).href;
    link.textContent = known.text;
    item.append(link);
    return [item];
  });
  place.querySelector('ul')?.replaceChildren(...items);
  place.toggleAttribute('hidden', !items.length);
}

/**
 * The workbook and the words of each question, with those beside ratings.
 * @param {import('../export/workbook-document.js').Report} report
 * @returns {Generator<[id: string, { workbook: string, text: string }]>}
 */
function* questionsOf({ workbooks }) {
  for (const workbook of workbooks)
    for (const { questions } of workbook.sections)
      for (const question of questions)
        for (const one of [question, question.note, question.target])
          if (one) yield [one.id, { workbook: workbook.id, text: one.text }];
}

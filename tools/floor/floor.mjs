/** Which features of MDN's compatibility data each of the browsers in package.json's `browserslist` has. */

import { readFileSync } from 'node:fs';
import data from '@mdn/browser-compat-data' with { type: 'json' };

const ROOT = new URL('../../', import.meta.url);

/** What MDN calls the browsers that browserslist calls otherwise. */
const NAMES = { ios_saf: 'safari_ios', and_chr: 'chrome_android', and_ff: 'firefox_android' };

/** The oldest version of each browser: `[['chrome', 105], …]`. */
export const oldest = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')).browserslist.map(
  (line) => {
    const [, name, version] = /^(\w+) >= (\d+(?:\.\d+)?)$/.exec(line) ?? [];
    if (!name) throw new Error(`package.json: browserslist has "${line}": write it as "chrome >= 105"`);
    return [NAMES[name] ?? name, Number(version)];
  },
);

/** Features above the floor that are used all the same, each with its reason. */
export const allowed = JSON.parse(readFileSync(new URL('tools/floor/allowed.json', ROOT), 'utf8'));

/** The feature of that path, such as `css.properties.gap`; undefined where MDN has none. */
export function feature(path) {
  let found = data;
  for (const name of path.split('.')) found = Object.hasOwn(found ?? {}, name) ? found[name] : undefined;
  return found?.__compat;
}

/** The names of the features that MDN lists under a path. */
export function below(path) {
  let found = data;
  for (const name of path.split('.')) found = Object.hasOwn(found ?? {}, name) ? found[name] : undefined;
  return Object.keys(found ?? {}).filter((name) => !name.startsWith('__'));
}

/** Whether the feature, or one that it is a part of, is allowed. */
export const isAllowed = (path) =>
  Object.keys(allowed).some((one) => path === one || path.startsWith(`${one}.`));

/** Whether a statement of support holds for that version, without a prefix, a flag or another name. */
function holds(
  { version_added: added, version_removed: removed, flags, prefix, alternative_name: other },
  version,
) {
  if (flags || prefix || other || !added || added === 'preview') return false;
  const since = added === true ? 0 : Number.parseFloat(added.replace('≤', ''));
  return since <= version && !(removed && Number.parseFloat(removed) <= version);
}

/** The browsers on the floor that lack the feature: `['firefox 121', …]`; none where MDN does not know it. */
export function lacking(path) {
  const support = feature(path)?.support ?? {};
  return oldest
    .filter(
      ([browser, version]) =>
        support[browser] && ![support[browser]].flat().some((one) => holds(one, version)),
    )
    .map(([browser, version]) => `${browser} ${version}`);
}

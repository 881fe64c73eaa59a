// How `make lint` checks the built pages. What the HTML standard or ARIA rules out is an error,
// and so are inline styles, which the site's security policy blocks. Only taste is turned off:
// much of each page comes from the theme and from Markdown, as they like to write it.

// The theme's base template gives the two checkboxes of its drawer and search an `autocomplete`,
// which does nothing. Only a copy of that whole template could leave it out: it is not looked at.
const SWITCH = /(<input class="md-toggle" [^>]*id="__(?:drawer|search)") autocomplete="off"/g;

/** @param {{ data: string }} source */
function withoutThemeSwitches(source) {
  return { ...source, data: source.data.replace(SWITCH, '$1') };
}
withoutThemeSwitches.api = 1;

export default {
  root: true,
  plugins: [{ name: 'theme-switches', transformer: withoutThemeSwitches }],
  transform: { '\\.html$': 'theme-switches' },
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'attr-quotes': 'off', // spelling
    'attribute-boolean-style': 'off', // spelling
    'attribute-empty-style': 'off', // spelling
    'doctype-style': 'off', // spelling: <!doctype html>
    'long-title': 'off', // a page's title ends in the report's, which is long
    'no-trailing-whitespace': 'off', // templates leave some
    'presentation-role-style': 'off', // spelling: role="presentation"
    'void-style': 'off', // spelling: <br />
    // HTML allows ids of any characters but spaces; the theme's begin with __.
    'valid-id': ['error', { relaxed: true }],
    // Every file comes from the site's own address: a hash protects those that do not.
    'require-sri': ['error', { target: 'crossorigin' }],
    // No form is ever sent (the policy's form-action is 'none'): scripts act as one types.
    'wcag/h32': 'off',
  },
};

// Light or dark: what the reader chose, else what the system asks for.
import { remembered, store } from './store.js';

const chosen = remembered('theme', null);
const system = matchMedia('(prefers-color-scheme: dark)');
const inForce = () => chosen.get() ?? (system.matches ? 'dark' : 'light');
export const theme = store(inForce());

function apply() {
  document.documentElement.dataset.theme = inForce();
  theme.set(inForce());
}
chosen.watch(apply);
system.addEventListener('change', apply);
apply();

/** Paper is white: what is printed is drawn in the light theme. */
addEventListener('beforeprint', () => { document.documentElement.dataset.theme = 'light'; });
addEventListener('afterprint', apply);

export const toggleTheme = () => chosen.set(theme.get() === 'dark' ? 'light' : 'dark');

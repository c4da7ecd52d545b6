// The address is the state: every filter, order and open panel can be mailed, and back works.
import { html } from './html.js';
import { store, useStore } from './store.js';

const KEPT = ['run'];
const here = () => ({ path: location.pathname, query: new URLSearchParams(location.search) });
export const place = store(here());

addEventListener('popstate', () => place.set(here()));

/** An address of this site with the kept parameters carried along. */
export function href(path, params = {}) {
  const query = new URLSearchParams();
  for (const name of KEPT) {
    const value = place.get().query.get(name);
    if (value) {
      query.set(name, value);
    }
  }
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '' && one !== false) {
        query.append(name, one === true ? '1' : one);
      }
    }
  }
  const text = query.toString();
  return path + (text ? '?' + text : '');
}

export function go(url, { replace = false } = {}) {
  const samePage = new URL(url, location.href).pathname === location.pathname;
  history[replace ? 'replaceState' : 'pushState'](null, '', url);
  place.set(here());
  if (!samePage) {
    scrollTo(0, 0);
    document.querySelector('main')?.focus();
  }
}

/** [read, write]: read(name) of the address, write({name: value}) changes some and keeps the others. */
export function useQuery() {
  const { path, query } = useStore(place);
  const read = (name, otherwise = '') => query.get(name) ?? otherwise;
  read.all = name => query.getAll(name);
  const write = (changes, options) => {
    const next = {};
    for (const name of new Set(place.get().query.keys())) {
      next[name] = place.get().query.getAll(name);
    }
    go(href(path, { ...next, ...changes }), options);
  };
  return [read, write];
}

export function Link({ to, children, ...rest }) {
  const follow = event => {
    if (!event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      go(to);
    }
    event.stopPropagation();
  };
  return html`<a href=${to} onClick=${follow} ...${rest}>${children}</a>`;
}

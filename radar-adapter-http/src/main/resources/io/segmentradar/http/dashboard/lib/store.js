// A value that components can watch, and one that the browser remembers.
import { useEffect, useState } from './html.js';

export function store(initial) {
  let value = initial;
  const watchers = new Set();
  return {
    get: () => value,
    set(next) {
      value = next;
      watchers.forEach(watch => watch());
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** A store kept in this browser under `radar.<name>`; a browser that forbids it just forgets. */
export function remembered(name, initial) {
  const key = `radar.${name}`;
  let kept = initial;
  try {
    const text = localStorage.getItem(key);
    kept = text === null ? initial : JSON.parse(text);
  } catch {
    kept = initial;
  }
  const made = store(kept);
  made.watch(() => {
    try {
      localStorage.setItem(key, JSON.stringify(made.get()));
    } catch {
      // Storage is off: the choice lasts until the page is closed.
    }
  });
  return made;
}

export function useStore(watched) {
  const [, redraw] = useState(0);
  useEffect(() => watched.watch(() => redraw(n => n + 1)), [watched]);
  return watched.get();
}

// Keys for people who work through a list. Typing in a field never triggers them.
import { useEffect } from './html.js';

const typing = target => target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable]');

/** Calls `handlers[key]` for keys pressed outside fields; Escape counts everywhere. */
export function useKeys(handlers, active = true) {
  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const press = event => {
      const handler = handlers[event.key];
      if (!handler || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
        return;
      }
      if (event.key !== 'Escape' && typing(event.target)) {
        return;
      }
      if (handler(event) !== false) {
        event.preventDefault();
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}

// A short word after something was done, spoken by screen readers too.
import { html, useEffect } from '../lib/html.js';
import { store, useStore } from '../lib/store.js';

const said = store(null);
const STAYS_MS = 3500;

export const say = text => said.set({ text });

export function Toast() {
  const now = useStore(said);
  useEffect(() => {
    const timer = now && setTimeout(() => said.set(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return html`<div role="status" aria-live="polite">${now && html`<div class="toast">${now.text}</div>`}</div>`;
}

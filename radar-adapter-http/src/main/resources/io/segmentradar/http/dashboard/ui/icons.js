// Line icons, drawn here: sixteen units, one weight.
import { html } from '../lib/html.js';

const PATHS = {
  overview: 'M2 9.5 8 3l6 6.5M4 8v5.5h8V8',
  segments: 'M2.5 3.5h4.5v4.5h-4.5zM9 3.5h4.5v4.5H9zM2.5 10h4.5v3.5h-4.5zM9 10h4.5v3.5H9z',
  watchlist: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1',
  growth: 'M2 12.5 6.2 8l2.6 2.4L14 4.5M10.5 4.5H14V8',
  actions: 'M2.5 4.5l1.2 1.2 2-2.4M2.5 10.5l1.2 1.2 2-2.4M8.5 5h5.5M8.5 11h5.5',
  fx: 'M3 5.5h9.5l-2.6-2.6M13 10.5H3.5l2.6 2.6',
  alike: 'M5.2 3a2.4 2.4 0 1 0 .01 0M11 3.6a1.8 1.8 0 1 0 .01 0M8.6 9a2.4 2.4 0 1 0 .01 0',
  accuracy: 'M8 2.2a5.8 5.8 0 1 0 .01 0M8 5.4a2.6 2.6 0 1 0 .01 0M8 8v.01',
  monitoring: 'M1.8 8.6h3l1.7-4.8 3 8.4 1.8-5 .9 1.4h2',
  scenarios: 'M3 13V3M3 8c4 0 5-4 10-4M3 8c4 0 5 4 10 4',
  runs: 'M8 2.2a5.8 5.8 0 1 0 .01 0M8 4.8V8l2.3 1.6',
  search: 'M7 2.5a4.5 4.5 0 1 0 .01 0M10.3 10.3l3.4 3.4',
  moon: 'M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z',
  sun: 'M8 5a3 3 0 1 0 .01 0M8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1',
  user: 'M8 2.8a2.6 2.6 0 1 0 .01 0M2.8 13.6c.6-3 2.6-4.4 5.2-4.4s4.6 1.4 5.2 4.4',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 6.5v6',
  chart: 'M2.5 2.5v11h11M5 10.5l2.5-3 2 1.6L13 5',
  download: 'M8 2.5v7.2M5 7l3 3 3-3M2.8 13h10.4',
  picture: 'M2.5 3h11v10h-11zM2.5 11l3.4-3.4 2.6 2.6 1.8-1.6 3.2 2.9M10.4 5.8v.1',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  columns: 'M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9',
  refresh: 'M13.2 8a5.2 5.2 0 1 1-1.6-3.8M13.4 2.2v2.6h-2.6',
  out: 'M6 3.5H3v9.5h9.5v-3M8.5 3h4.5v4.5M13 3 7.5 8.5',
};

export function Icon({ name, size = 16 }) {
  return html`<svg class="icon" width=${size} height=${size} viewBox="0 0 16 16" fill="none" stroke="currentColor"
    stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
}

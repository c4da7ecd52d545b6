// Controls above a list; each writes itself into the address.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useCatalog } from '../lib/catalog.js';
import { label } from '../lib/i18n.js';
import { count } from '../lib/format.js';
import { keyWord, word } from '../lib/words.js';
import { useQuery } from '../lib/router.js';
import { file } from '../lib/api.js';
import { save } from '../lib/export.js';
import { Popover } from './popover.js';
import { say } from './toast.js';
import { Icon } from './icons.js';

/** One choice of a few. options: [[value, text]] */
export function Choice({ name, title, options, otherwise = '', any }) {
  const [read, write] = useQuery();
  return html`<label><span class="unseen">${title}</span>
    <select value=${read(name, otherwise)} onChange=${event => write({ [name]: event.currentTarget.value === otherwise ? null : event.currentTarget.value })}>
      ${any && html`<option value="">${any}</option>`}
      ${options.map(([value, text]) => html`<option value=${value} selected=${value === read(name, otherwise)}>${text}</option>`)}
    </select></label>`;
}

/** Any number of a dimension's values. */
export function DimensionFilter({ dimension, counts }) {
  const [read, write] = useQuery();
  const chosen = read.all(dimension.id);
  const toggle = value => write({ [dimension.id]: chosen.includes(value) ? chosen.filter(v => v !== value) : [...chosen, value] });
  const name = label(dimension.label);
  return html`<${Popover} className="menu" label=${name}
    control=${({ open, toggle: show }) => html`<button class="button" type="button" aria-expanded=${open} onClick=${show}>${word(dimension.id) === dimension.id ? name : word(dimension.id)}
      ${chosen.length > 0 && html`<span class="tag accent">${chosen.length}</span>`}<span aria-hidden="true" class="quiet">▾</span></button>`}
    opened=${() => html`${chosen.length > 0 && html`<button class="button small" type="button" onClick=${() => write({ [dimension.id]: [] })}>${t('모두 풀기', 'Clear')}</button>`}
      ${counts.map(({ value, count: n }) => html`<label><input type="checkbox" checked=${chosen.includes(value)} onChange=${() => toggle(value)} />
        <span>${keyWord(dimension, value)}</span><span class="quiet number" style=${{ marginLeft: 'auto' }}>${count(n)}</span></label>`)}`} />`;
}

/** The filters by segment key of every list. */
export function KeyFilters() {
  const catalog = useCatalog();
  return catalog.dimensions.map(dimension => html`<${DimensionFilter} key=${dimension.id} dimension=${dimension} counts=${catalog[dimension.id]} />`);
}

/** Key parameters of the address, for the API. */
export function useKeyFilters() {
  const catalog = useCatalog();
  const [read] = useQuery();
  return Object.fromEntries(catalog.dimensions.map(d => [d.id, read.all(d.id)]).filter(([, values]) => values.length));
}

/** What is filtered, each with a way to undo it. */
export function Chips({ names }) {
  const [read, write] = useQuery();
  const chips = names.flatMap(([name, title, write1 = word]) => read.all(name).filter(Boolean).map(value => [name, title, value, write1(value)]));
  if (!chips.length) {
    return null;
  }
  return html`<div class="filters" aria-label=${t('걸린 필터', 'Filters in force')}>
    ${chips.map(([name, title, value, text]) => html`<span class="chip">${title}: ${text}<button type="button" aria-label=${t(`${title} ${text} 빼기`, `Remove ${title} ${text}`)}
      onClick=${() => write({ [name]: read.all(name).filter(v => v !== value) })}>×</button></span>`)}
    <button class="button small" type="button" onClick=${() => write(Object.fromEntries(names.map(([name]) => [name, []])))}>${t('모두 지우기', 'Clear all')}</button>
  </div>`;
}

/** Which columns to show; `chosen` is a remembered store of ids. */
export function ColumnChoice({ columns, chosen }) {
  const shown = chosen.get();
  const toggle = id => chosen.set(shown.includes(id) ? shown.filter(c => c !== id) : [...shown, id]);
  return html`<${Popover} className="menu" label=${t('열 고르기', 'Columns')}
    control=${({ open, toggle: show }) => html`<button class="button" type="button" aria-expanded=${open} onClick=${show}><${Icon} name="columns" />${t('열', 'Columns')}</button>`}
    opened=${() => columns.map(column => html`<label><input type="checkbox" checked=${shown.includes(column.id)} onChange=${() => toggle(column.id)} /><span>${column.name}</span></label>`)} />`;
}

/** The whole filtered list as a file, made by the server. */
export function ExportLinks({ url, name }) {
  const button = (format, title) => html`<button type="button" class="button" onClick=${() => file(url + (url.includes('?') ? '&' : '?') + 'format=' + format)
    .then(found => save(`${name}.${format}`, found), error => say(error.message))}><${Icon} name="download" />${title}</button>`;
  return html`${button('csv', 'CSV')}${button('xlsx', 'Excel')}`;
}

// "About this number": what it means, in which unit, and which run it comes from.
import { html } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { month } from '../lib/format.js';
import { useCatalog } from '../lib/catalog.js';
import { definition } from '../lib/definitions.js';
import { Popover } from './popover.js';

/** `source`: {as_of, run_id} of the run that the figure comes from, if it is not the one on screen. */
export function About({ id, name, source }) {
  const catalog = useCatalog();
  const found = definition(id, catalog);
  const title = name || found.name;
  return html`<${Popover} label=${title}
    control=${({ open, toggle }) => html`<button class="about" type="button" aria-expanded=${open} onClick=${toggle}
      aria-label=${t(`${title}: 이 숫자에 대하여`, `About this number: ${title}`)}>?</button>`}
    opened=${() => html`<h3>${title}</h3><p>${found.text}</p>
      <dl>
        <dt>${t('단위', 'Unit')}</dt><dd>${found.unit || label(catalog?.unit?.label)}</dd>
        <dt>${t('기준월', 'Month')}</dt><dd>${month(source?.as_of ?? catalog?.overview?.month)}</dd>
        <dt>${t('출처 실행', 'Source run')}</dt><dd>${source?.run_id ?? catalog?.overview?.run_id}</dd>
      </dl>`} />`;
}

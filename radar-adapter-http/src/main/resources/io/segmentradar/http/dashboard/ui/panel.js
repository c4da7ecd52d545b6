// The side panel: a closer look that leaves the list where it is.
import { html, useEffect, useRef } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icons.js';

export function Panel({ title, tools, close, children, id }) {
  const box = useRef();
  useEffect(() => {
    box.current.scrollTop = 0;
  }, [id]);
  return html`<aside class="panel" ref=${box} aria-label=${title}>
    <header><div><h2>${title}</h2></div><div class="tools">${tools}
      <button class="tool" type="button" onClick=${close} aria-label=${t('닫기', 'Close')} title=${t('닫기 (Esc)', 'Close (Esc)')}><${Icon} name="close" /></button></div></header>
    ${children}
  </aside>`;
}

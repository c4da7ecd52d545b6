// Search for segments by any part of their keys; `/` jumps here.
import { html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { get } from '../lib/api.js';
import { go, href } from '../lib/router.js';
import { segmentName } from '../lib/words.js';
import { useCatalog } from '../lib/catalog.js';
import { Severity } from './marks.js';
import { Icon } from './icons.js';

const WAIT_MS = 150;
const SHOWN = 8;

export function Search() {
  const catalog = useCatalog();
  const [text, setText] = useState('');
  const [found, setFound] = useState(null);
  const [at, setAt] = useState(0);
  const box = useRef();
  useEffect(() => {
    if (!text.trim()) {
      setFound(null);
      return undefined;
    }
    let wanted = true;
    const timer = setTimeout(() => {
      get('/api/segments/', { search: text.trim(), page_size: SHOWN }).then(answer => {
        if (wanted) {
          setFound(answer);
          setAt(0);
        }
      }, () => wanted && setFound({ segments: [], total_count: 0 }));
    }, WAIT_MS);
    return () => { wanted = false; clearTimeout(timer); };
  }, [text]);

  const rows = found?.segments ?? [];
  const all = () => open(href('/segments', { search: text.trim() }));
  const open = url => {
    setText('');
    box.current.blur();
    go(url);
  };
  const press = event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(Math.max(0, Math.min(rows.length, at + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && found) {
      at < rows.length ? open(href('/segment', { id: rows[at].segment_id })) : all();
    } else if (event.key === 'Escape') {
      setText('');
      box.current.blur();
    }
  };
  return html`<div class="search" role="search">
    <${Icon} name="search" />
    <input id="search" ref=${box} type="text" autocomplete="off" value=${text} onInput=${event => setText(event.currentTarget.value)} onKeyDown=${press}
      onBlur=${() => setTimeout(() => setFound(null), 200)} placeholder=${t('업종, 지역, 등급 검색', 'Search segments')}
      role="combobox" aria-expanded=${Boolean(found)} aria-controls="search-results" aria-label=${t('세그먼트 검색', 'Search segments')}
      aria-activedescendant=${found ? `found-${at}` : undefined} />
    <kbd aria-hidden="true">/</kbd>
    ${found && html`<div class="search-results" id="search-results" role="listbox" aria-label=${t('검색 결과', 'Results')}>
      ${rows.map((row, i) => html`<div role="option" id=${`found-${i}`} aria-selected=${i === at} onPointerDown=${event => { event.preventDefault(); open(href('/segment', { id: row.segment_id })); }}>
        <span>${segmentName(row.segment_id, catalog?.dimensions)}</span>${row.worst_severity && html`<${Severity} value=${row.worst_severity} bare />`}</div>`)}
      <div role="option" id=${`found-${rows.length}`} aria-selected=${at === rows.length} class="quiet"
        onPointerDown=${event => { event.preventDefault(); all(); }}>${found.total_count === 0 ? t('찾은 세그먼트가 없습니다', 'No segment found') : t(`모두 보기 (${found.total_count})`, `Show all (${found.total_count})`)}</div>
    </div>`}
  </div>`;
}

// The one table: sticky head and first column, sort in the head, selection with shift, rows drawn only where seen.
import { html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { About } from './about.js';

const ROW = 32;
const DRAW_ALL_UP_TO = 200;
const MARGIN = 12;

/**
 * columns: {id, name, unit, number, cell(row), sortable, about, first}; rows may have holes that `need(from, to)` fills.
 * A row {group: text} is a heading. `selected` is a Set of keys, or absent where nothing can be selected.
 */
export function Table(props) {
  const { label, columns, rows, keyOf, sort, onSort, selected, onSelect, current, onOpen, need, tall, rowClass } = props;
  const [view, setView] = useState({ top: 0, height: 800 });
  const lastPicked = useRef(null);
  const box = useRef();
  useEffect(() => {
    const seen = box.current;
    const resize = new ResizeObserver(() => setView({ top: seen.scrollTop, height: seen.clientHeight }));
    resize.observe(seen);
    const before = () => setPrinting(true);
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      resize.disconnect();
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  const [printing, setPrinting] = useState(false);
  const virtual = rows.length > DRAW_ALL_UP_TO && !printing;
  const from = virtual ? Math.max(0, Math.floor(view.top / ROW) - MARGIN) : 0;
  const to = virtual ? Math.min(rows.length, Math.ceil((view.top + view.height) / ROW) + MARGIN) : rows.length;
  if (need) {
    need(from, to);
  }
  const span = columns.length + (selected ? 1 : 0);
  const scroll = event => virtual && setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight });

  const pick = (index, shift) => {
    const next = new Set(selected);
    const on = !next.has(keyOf(rows[index]));
    const start = shift && lastPicked.current !== null ? lastPicked.current : index;
    for (let i = Math.min(start, index); i <= Math.max(start, index); i++) {
      if (rows[i] && !rows[i].group) {
        next[on ? 'add' : 'delete'](keyOf(rows[i]));
      }
    }
    lastPicked.current = index;
    onSelect(next);
  };
  const pickAll = on => onSelect(new Set(on ? rows.filter(row => row && !row.group).map(keyOf) : []));

  return html`<div ref=${box} class=${'table-box' + (tall ? ' tall' : '')} onScroll=${scroll} tabindex="0" role="region" aria-label=${label}>
    <table class=${'sticky-first' + (selected ? ' selectable' : '')} aria-rowcount=${rows.length + 1}>
      <caption class="unseen">${label}</caption>
      <thead><tr>
        ${selected && html`<th class="select"><input type="checkbox" aria-label=${t('모두 선택', 'Select all')}
          checked=${selected.size > 0} onChange=${event => pickAll(event.currentTarget.checked)} /></th>`}
        ${columns.map(column => html`<${Head} key=${column.id} column=${column} sort=${sort} onSort=${onSort} />`)}
      </tr></thead>
      <tbody>
        ${from > 0 && html`<tr class="spacer" aria-hidden="true"><td colspan=${span} style=${{ height: from * ROW + 'px' }}></td></tr>`}
        ${rows.slice(from, to).map((row, i) => html`<${Row} key=${row && !row.group ? keyOf(row) : 'row' + (from + i)} row=${row} index=${from + i}
          columns=${columns} span=${span} chosen=${selected && row && !row.group ? selected.has(keyOf(row)) : undefined}
          isCurrent=${row && !row.group && current !== undefined && keyOf(row) === current}
          onOpen=${onOpen} pick=${selected && pick} rowClass=${rowClass} />`)}
        ${to < rows.length && html`<tr class="spacer" aria-hidden="true"><td colspan=${span} style=${{ height: (rows.length - to) * ROW + 'px' }}></td></tr>`}
      </tbody>
    </table>
  </div>`;
}

function Head({ column, sort, onSort }) {
  const active = sort && sort.by === column.id;
  const name = html`${column.name}${column.unit && html` <span class="unit">(${column.unit})</span>`}`;
  return html`<th scope="col" class=${column.number ? 'number' : ''}
    aria-sort=${active ? (sort.order === 'asc' ? 'ascending' : 'descending') : undefined}>
    ${column.sortable && onSort
    ? html`<button type="button" onClick=${() => onSort(column.id, active && sort.order === 'desc' ? 'asc' : 'desc')}>${name}<span
        aria-hidden="true">${active ? (sort.order === 'asc' ? '↑' : '↓') : ''}</span></button>`
    : name}
    ${column.about && html` <${About} id=${column.about} />`}
  </th>`;
}

function Row({ row, index, columns, span, chosen, isCurrent, onOpen, pick, rowClass }) {
  if (!row) {
    return html`<tr aria-rowindex=${index + 2}><td colspan=${span}><span class="skeleton" style=${{ height: '12px', width: '60%' }}></span></td></tr>`;
  }
  if (row.group) {
    return html`<tr class="group" aria-rowindex=${index + 2}><th colspan=${span} scope="rowgroup">${row.group}</th></tr>`;
  }
  const open = onOpen && (event => !event.target.closest('a, button, input, .popover') && onOpen(row));
  const className = [onOpen ? 'open-row' : '', isCurrent ? 'current' : '', rowClass ? rowClass(row) : ''].join(' ');
  return html`<tr class=${className} aria-rowindex=${index + 2} aria-selected=${chosen} onClick=${open}>
    ${pick && html`<td class="select"><input type="checkbox" checked=${chosen} aria-label=${t('행 선택', 'Select row')}
      onClick=${event => pick(index, event.shiftKey)} /></td>`}
    ${columns.map((column, c) => (c === 0
    ? html`<th scope="row" class="first">${column.cell(row)}</th>`
    : html`<td key=${column.id} class=${column.number ? 'number' : ''}>${column.cell(row)}</td>`))}
  </tr>`;
}

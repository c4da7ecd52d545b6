// "Which segments do we have, and how are they doing?": every segment, filtered, searched, sorted on the server.
import { html, useEffect, useRef, useState } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { address, generation, get } from '../lib/api.js';
import { remembered, useStore } from '../lib/store.js';
import { isRatio, useCatalog } from '../lib/catalog.js';
import { columnUnit, count, numberOf, percent } from '../lib/format.js';
import { go, href, useQuery } from '../lib/router.js';
import { useKeys } from '../lib/keys.js';
import { figureName, keyWord, word } from '../lib/words.js';
import { Chips, Choice, ColumnChoice, ExportLinks, KeyFilters, useKeyFilters } from '../ui/filters.js';
import { Amount, Change, SegmentLink, Severity, Spark } from '../ui/marks.js';
import { PageHead } from '../ui/pagehead.js';
import { Empty, Failure } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { SegmentPanel } from './segment-panel.js';

const PAGE = 100;
const chosen = remembered('segmentColumns', ['customer_count', 'deposits', 'deposits_mom_rate', 'loans', 'loans_mom_rate', 'card_spend', 'digital_amount', 'net_inflow']);

/** Rows by position, fetched page by page as they come into sight. */
function useRows(params) {
  const url = address('/api/segments/', params);
  const turn = useStore(generation);
  const [state, setState] = useState({ url: null, rows: [], total: null, error: null });
  const asked = useRef({ url: null, pages: new Set() });
  const load = page => {
    if (asked.current.url !== url) {
      asked.current = { url, pages: new Set() };
    }
    if (asked.current.pages.has(page)) {
      return;
    }
    asked.current.pages.add(page);
    get('/api/segments/', { ...params, page, page_size: PAGE }).then(answer => {
      if (asked.current.url === url) {
        setState(old => {
          const rows = old.url === url ? [...old.rows] : new Array(answer.total_count).fill(undefined);
          answer.segments.forEach((row, i) => { rows[(page - 1) * PAGE + i] = row; });
          return { url, rows, total: answer.total_count, error: null };
        });
      }
    }, error => setState(old => ({ ...old, url, error })));
  };
  useEffect(() => {
    asked.current = { url, pages: new Set() };
    load(1);
  }, [url, turn]);
  const need = (from, to) => {
    if (state.url === url) {
      for (let page = Math.floor(from / PAGE) + 1; page <= Math.ceil(to / PAGE); page++) {
        load(page);
      }
    }
  };
  return { ...state, stale: state.url !== url, need };
}

export function Segments() {
  const catalog = useCatalog();
  const [read, write] = useQuery();
  useStore(chosen);
  const keys = useKeyFilters();
  const spark = catalog.kpis[0].id;
  const sort = { by: read('sort', spark), order: read('order', 'desc') };
  const filter = { ...keys, lifecycle: read('lifecycle'), cluster: read('cluster'), search: read('search'), sort_by: sort.by, sort_order: sort.order };
  const list = useRows({ ...filter, spark });
  const columns = allColumns(catalog, spark);
  const shown = columns.filter(column => column.fixed || chosen.get().includes(column.id));
  const [at, setAt] = useState(null);
  const move = step => {
    const rows = list.rows;
    const next = Math.max(0, Math.min(rows.length - 1, (at ?? -1) + step));
    setAt(next);
    if (read('open')) {
      write({ open: rows[next]?.segment_id }, { replace: true });
    }
  };
  const open = read('open');
  useKeys({
    j: () => move(1), k: () => move(-1),
    Enter: () => (at === null || !list.rows[at] ? false : go(href('/segment', { id: list.rows[at].segment_id }))),
    Escape: () => (open ? write({ open: null }) : false),
  });
  const current = open || (at !== null ? list.rows[at]?.segment_id : undefined);
  return html`<${PageHead} title=${t('어느 세그먼트가 어떻게 움직이나?', 'Which segments move, and how?')}
      actions=${html`<${ExportLinks} name="segments" url=${address('/api/segments/', filter)} />`}>
      ${list.total !== null && t(`${count(list.total)}개`, numberOf(list.total, 'segment'))}<//>
    <div class="filters">
      <input type="search" id="filter-text" aria-label=${t('세그먼트 이름으로 거르기', 'Filter by name')} placeholder=${t('이름으로 거르기', 'Filter by name')} value=${read('search')}
        onInput=${event => write({ search: event.currentTarget.value }, { replace: true })} />
      <${KeyFilters} />
      <${Choice} name="lifecycle" title=${t('상태', 'Lifecycle')} any=${t('상태: 전체', 'Any lifecycle')} options=${catalog.lifecycle.map(l => [l.value, `${word(l.value)} (${l.count})`])} />
      <${ColumnChoice} columns=${columns.filter(column => !column.fixed)} chosen=${chosen} />
    </div>
    <${Chips} names=${[...catalog.dimensions.map(d => [d.id, label(d.label), value => keyWord(d, value)]), ['lifecycle', t('상태', 'Lifecycle')], ['cluster', t('군집', 'Group'), value => value], ['search', t('이름', 'Name'), value => value]]} />
    ${list.error ? html`<${Failure} error=${list.error} />`
    : list.total === 0 && !list.stale ? html`<div class="card"><${Empty} title=${t('조건에 맞는 세그먼트가 없습니다', 'No segment fits')}>${t('필터를 하나 풀어 보세요.', 'Remove a filter.')}<//></div>`
      : html`<div class=${'card flush' + (list.stale ? ' stale' : '')}><${Table} label=${t('세그먼트', 'Segments')} tall columns=${shown}
          rows=${list.total === null ? new Array(12).fill(undefined) : list.rows} keyOf=${row => row.segment_id} sort=${sort}
          onSort=${(by, order) => write({ sort: by === spark ? null : by, order: order === 'desc' ? null : order })}
          current=${current} onOpen=${row => write({ open: row.segment_id })} need=${list.need} /></div>`}
    ${open && html`<${SegmentPanel} id=${open} close=${() => write({ open: null })} />`}`;
}

function allColumns(catalog, spark) {
  const withheld = row => (row.masked ? t('고객이 적어 가렸습니다', 'Withheld: too few customers') : undefined);
  const figures = [...catalog.kpis.map(kpi => kpi.id), ...catalog.ratios.map(ratio => ratio.id)];
  return [
    { id: 'segment_id', name: t('세그먼트', 'Segment'), fixed: true, sortable: true, cell: row => html`<span class="clip"><${SegmentLink} id=${row.segment_id} /></span>` },
    { id: 'alert', name: t('알림', 'Alert'), fixed: true, cell: row => row.worst_severity && html`<${Severity} value=${row.worst_severity} bare /> ${row.alert_count > 1 ? html`<span class="quiet small">${row.alert_count}</span>` : ''}` },
    { id: 'spark', name: t('12개월', '12 months'), fixed: true, cell: row => html`<${Spark} values=${row.spark} label=${`${figureName(spark, catalog)} ${t('최근 12개월', 'last 12 months')}`} />` },
    { id: 'customer_count', name: word('customer_count'), number: true, sortable: true, about: 'customer_count', cell: row => count(row.customer_count) },
    ...figures.flatMap(id => (isRatio(id, catalog)
      ? [{ id, name: figureName(id, catalog), number: true, sortable: true, about: id, cell: row => percent(row[id]) }]
      : [
        { id, name: figureName(id, catalog), unit: columnUnit(), number: true, sortable: true, about: id, cell: row => html`<${Amount} value=${row[id]} why=${withheld(row)} />` },
        { id: `${id}_mom_rate`, name: t(`${figureName(id, catalog)} 전월 대비`, `${figureName(id, catalog)} on month`), number: true, sortable: true, about: 'mom', cell: row => html`<${Change} id=${id} changes=${row.changes?.[id]} />` },
        { id: `${id}_yoy_rate`, name: t(`${figureName(id, catalog)} 전년 대비`, `${figureName(id, catalog)} on year`), number: true, sortable: true, about: 'yoy', cell: row => html`<${Change} id=${id} changes=${row.changes?.[id]} by="yoy" />` },
      ])),
    { id: 'lifecycle', name: t('상태', 'Lifecycle'), cell: row => word(row.lifecycle) },
  ];
}

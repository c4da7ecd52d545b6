// "Who will grow, who will shrink?": expected changes by money or by probability, at any level, beside how right forecasts are.
import { html, useMemo } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { address, useApi } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { addMonths, columnUnit, count, known, month, percent } from '../lib/format.js';
import { go, href, useQuery } from '../lib/router.js';
import { figureName, monthWord, shortName, word } from '../lib/words.js';
import { Choice, ExportLinks, KeyFilters, useKeyFilters } from '../ui/filters.js';
import { ChartCard } from '../ui/chart.js';
import { About } from '../ui/about.js';
import { PageHead } from '../ui/pagehead.js';
import { Empty, Ready } from '../ui/state.js';
import { Amount, Delta, Rate, SegmentLink } from '../ui/marks.js';
import { Table } from '../ui/table.js';
import { barsHeight, barsOption, barsTable } from '../charts/bars.js';

const TOP = 12;
const PAGE = 50;

export function Growth() {
  const catalog = useCatalog();
  const [read, write] = useQuery();
  const keys = useKeyFilters();
  const kpi = read('kpi', catalog.kpis[0].id);
  const horizon = Number(read('h', '3'));
  const level = read('level', 'segment');
  const by = read('by', 'change');
  const page = Number(read('page', '1'));
  const common = { ...keys, kpi, horizon, level };
  const rising = useApi('/api/forecasts/', { ...common, sort_by: by, sort_order: 'desc', page_size: TOP });
  const falling = useApi('/api/forecasts/', { ...common, sort_by: by, sort_order: 'asc', page_size: TOP });
  const sort = { by: read('sort', 'change'), order: read('order', 'desc') };
  const tableQuery = { ...common, sort_by: sort.by, sort_order: sort.order };
  const list = useApi('/api/forecasts/', { ...tableQuery, page, page_size: PAGE });
  const target = addMonths(catalog.overview.month, horizon);
  return html`<${PageHead} title=${t('누가 늘고 누가 줄어드나?', 'Who will grow, who will shrink?')} actions=${html`<${ExportLinks} name="forecasts" url=${address('/api/forecasts/', tableQuery)} />`}>
      ${figureName(kpi, catalog)} · ${month(target)} (${monthWord(horizon)})<//>
    <div class="filters">
      <${Choice} name="kpi" title="KPI" otherwise=${catalog.kpis[0].id} options=${catalog.kpis.map(k => [k.id, figureName(k.id, catalog)])} />
      <${Choice} name="h" title=${t('몇 개월 뒤', 'Months ahead')} otherwise="3" options=${[1, 2, 3].map(n => [String(n), monthWord(n)])} />
      <${Choice} name="level" title=${t('수준', 'Level')} otherwise="segment" options=${catalog.levels.map(l => [l, word(l)])} />
      <${KeyFilters} />
      <span class="segmented">${[['change', t('금액 순', 'By money')], ['probability_of_rise', t('확률 순', 'By probability')]].map(([value, text]) => html`<button type="button" aria-pressed=${by === value}
        onClick=${() => write({ by: value === 'change' ? null : value })}>${text}</button>`)}</span>
    </div>
    <div class="grid">
      <div class="span-6"><${Movers} title=${t('늘어날 곳', 'Rising')} answer=${rising} sign=${1} kpi=${kpi} /></div>
      <div class="span-6"><${Movers} title=${t('줄어들 곳', 'Falling')} answer=${falling} sign=${-1} kpi=${kpi} /></div>
      <div class="span-9"><section class="card flush" aria-label=${t('예측표', 'Forecasts')}><header><h2>${t('예측표', 'Forecasts')}</h2><${About} id="forecast" /></header>
        <${Ready} answer=${list} height=${320} empty=${{ when: data => data.total_count === 0, title: t('예측이 없습니다', 'No forecasts'), text: t('이력이 짧은 세그먼트에는 예측이 없습니다.', 'Segments with too short a history have none.') }}>
          ${data => html`<${Table} label=${t('예측표', 'Forecasts')} columns=${columns()} rows=${data.forecasts} keyOf=${row => row.segment_id} sort=${sort}
            onSort=${(id, order) => write({ sort: id === 'change' ? null : id, order: order === 'desc' ? null : order, page: null })}
            onOpen=${level === 'segment' ? row => go(href('/segment', { id: row.segment_id, kpi })) : undefined} />
          <${Pager} page=${page} pages=${Math.ceil(data.total_count / PAGE)} total=${data.total_count} go=${p => write({ page: p === 1 ? null : p })} />`}<//></section></div>
      <div class="span-3"><${Trust} kpi=${kpi} horizon=${horizon} level=${level} /></div>
    </div>`;
}

function Movers({ title, answer, sign, kpi }) {
  const catalog = useCatalog();
  const rows = useMemo(() => (answer.data?.forecasts ?? []).filter(row => known(row.change) && row.change * sign > 0).map(row => ({
    id: row.segment_id, name: shortName(row.segment_id, catalog.dimensions), value: row.change, low: known(row.lower_bound) ? row.lower_bound - row.last_value : undefined,
    high: known(row.upper_bound) ? row.upper_bound - row.last_value : undefined, base: row.last_value, probability: row.probability_of_rise, level: row.level })), [answer.data]);
  const open = event => rows[event.dataIndex]?.level === 'segment' && go(href('/segment', { id: rows[event.dataIndex].id, kpi }));
  return html`<${Ready} answer=${answer} height=${340}>${() => (rows.length === 0
    ? html`<section class="card"><header><h2>${title}</h2></header><${Empty} title=${t('해당하는 곳이 없습니다', 'None')}>${t('다른 KPI나 기간을 골라 보세요.', 'Try another KPI or horizon.')}<//></section>`
    : html`<${ChartCard} title=${title} about="forecast" file=${`movers-${sign > 0 ? 'rising' : 'falling'}-${kpi}`} height=${barsHeight(rows)} watch=${rows} onPick=${open}
        draw=${color => barsOption(color, rows)} table=${barsTable(rows, title)} note=${t(`막대는 예측 변화(${columnUnit()}), 가는 선은 예측구간 90%(축을 넘으면 잘림).`, `Bars: expected change (${columnUnit()}); thin lines: 90% interval, cut at the edge.`)} />`)}<//>`;
}

function columns() {
  return [
    { id: 'segment_id', name: t('세그먼트', 'Segment'), cell: row => html`<span class="clip"><${SegmentLink} id=${row.segment_id} level=${row.level} /></span>` },
    { id: 'last_value', name: t('현재', 'Today'), unit: columnUnit(), number: true, about: 'last_value', cell: row => html`<${Amount} value=${row.last_value} />` },
    { id: 'predicted_value', name: t('예측', 'Forecast'), unit: columnUnit(), number: true, sortable: true, about: 'forecast', cell: row => html`<${Amount} value=${row.predicted_value} />` },
    { id: 'interval', name: t('예측구간 90%', '90% interval'), unit: columnUnit(), number: true, about: 'interval', cell: row => html`<span class="nowrap"><${Amount} value=${row.lower_bound} /> ~ <${Amount} value=${row.upper_bound} /></span>` },
    { id: 'change', name: t('변화', 'Change'), unit: columnUnit(), number: true, sortable: true, about: 'expected_change', cell: row => html`<${Delta} value=${row.change} />` },
    { id: 'change_rate', name: t('변화율', 'Rate'), number: true, sortable: true, about: 'expected_rate', cell: row => html`<${Rate} value=${row.change_rate} base=${t('현재 값 대비', 'of today’s value')} />` },
    { id: 'probability_of_rise', name: t('상승 확률', 'Chance of a rise'), number: true, sortable: true, about: 'rise', cell: row => html`<span class="meter" aria-hidden="true"><i style=${{ width: 100 * (row.probability_of_rise ?? 0) + '%' }}></i></span> ${percent(row.probability_of_rise, 0)}` },
  ];
}

function Pager({ page, pages, total, go: turn }) {
  return pages > 1 && html`<div class="bulk"><button class="button small" disabled=${page <= 1} onClick=${() => turn(page - 1)}>${t('이전', 'Previous')}</button>
    <span>${page} / ${pages}</span><button class="button small" disabled=${page >= pages} onClick=${() => turn(page + 1)}>${t('다음', 'Next')}</button>
    <span class="quiet">${t(`${count(total)}건`, `${count(total)} rows`)}</span></div>`;
}

/** How right forecasts of this KPI, horizon and level have been. */
function Trust({ kpi, horizon, level }) {
  const catalog = useCatalog();
  const answer = useApi('/api/accuracy/', { kpi, horizon });
  return html`<section class="card" aria-label=${t('이 예측은 얼마나 맞나', 'How right are these')}><header><h2>${t('이 예측은 얼마나 맞나', 'How right are these?')}</h2></header>
    <${Ready} answer=${answer} height=${160}>${data => {
    const own = data.accuracy.filter(row => row.level === level);
    const pool = (own.length ? own : data.accuracy).filter(row => row.size_class === 'all' || !row.size_class);
    const row = pool.find(r => r.model === 'published');
    return row ? html`<dl class="figures">
        <dt>WAPE <${About} id="wape" /></dt><dd>${percent(row.wape)}</dd>
        <dt>${t('적중률 90%', 'Coverage 90%')} <${About} id="coverage" /></dt><dd>${percent(row.coverage90)}</dd>
        <dt>${t('편향', 'Bias')} <${About} id="bias" /></dt><dd>${percent(row.bias)}</dd>
        <dt>n <${About} id="n" /></dt><dd>${count(row.n)}</dd></dl>
        <p class="card-note">${t(`${figureName(kpi, catalog)}, ${monthWord(horizon)}, ${word(row.level)} 수준. 예측에 쓰지 않은 달로 잰 값입니다.`, `${figureName(kpi, catalog)}, ${monthWord(horizon)}, ${word(row.level)} level; out of sample.`)}</p>`
      : html`<p class="quiet">${t('이 실행에는 백테스트가 없습니다.', 'This run has no back-test.')}</p>`;
  }}<//></section>`;
}

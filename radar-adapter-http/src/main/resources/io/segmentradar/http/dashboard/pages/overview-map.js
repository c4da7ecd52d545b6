// Where the surprise sits: industry × province in money; a click opens those segments.
import { html, useMemo } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useAll } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { addMonths, known } from '../lib/format.js';
import { go, href, useQuery } from '../lib/router.js';
import { figureName, keyValues } from '../lib/words.js';
import { ChartCard } from '../ui/chart.js';
import { Empty, Failure, Skeleton } from '../ui/state.js';
import { heatmapGrid, heatmapOption, heatmapTable } from '../charts/heatmap.js';

const HEIGHT = 420;

export function SurpriseMap() {
  const catalog = useCatalog();
  const [read, write] = useQuery();
  const kpi = read('map', catalog.kpis[0].id);
  const [rowKey, columnKey] = catalog.dimensions.map(d => d.id);
  const level = `${rowKey}_${columnKey}`;
  const origin = addMonths(catalog.overview.month, -1);
  const possible = catalog.levels.includes(level) && catalog.origins.includes(origin);
  const answer = useAll(possible ? '/api/forecasts/' : null, { level, kpi, horizon: 1, origin }, 'forecasts');
  const grid = useMemo(() => answer.data && heatmapGrid(answer.data
    .filter(row => known(row.actual_value))
    .map(row => {
      const [industry, province] = keyValues(row.segment_id);
      return { row: industry, column: province, value: row.actual_value - row.predicted_value, expected: row.predicted_value, actual: row.actual_value };
    })), [answer.data]);
  const title = t(`예측 대비 차이: ${figureName(kpi, catalog)}`, `Surprise: ${figureName(kpi, catalog)}`);
  if (!possible || (grid && grid.cells.length === 0)) {
    return html`<section class="card"><header><h2>${title}</h2></header>
      <${Empty} title=${t('지난달 예측이 없습니다', 'No forecast of last month')}>${t('다음 실행부터 한 달 전 예측과 실적을 비교합니다.', 'From the next run on, last month’s forecasts are compared with what came.')}<//></section>`;
  }
  if (answer.error) {
    return html`<${Failure} error=${answer.error} />`;
  }
  if (!grid) {
    return html`<div class="card"><${Skeleton} height=${HEIGHT} /></div>`;
  }
  const pick = event => event.data?.cell && !event.data.cell.merged
    && go(href('/segments', { [rowKey]: event.data.cell.row, [columnKey]: event.data.cell.column }));
  return html`<${ChartCard} title=${title} about="heatmap" file=${`surprise-${kpi}`} height=${HEIGHT} watch=${grid} onPick=${pick}
    tools=${html`<label><span class="unseen">KPI</span><select value=${kpi} onChange=${event => write({ map: event.currentTarget.value }, { replace: true })}>
      ${catalog.kpis.map(k => html`<option value=${k.id}>${figureName(k.id, catalog)}</option>`)}</select></label>`}
    draw=${color => heatmapOption(color, grid)} table=${heatmapTable(grid)}
    note=${t('칸을 누르면 그 업종과 지역의 세그먼트를 봅니다. 색의 진하기는 금액의 제곱근을 따릅니다.', 'Click a cell to see its segments. Shades follow the root of the amount.')} />`;
}

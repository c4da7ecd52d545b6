// "What has changed this month?": totals, what is ahead, where it burns, what to do.
import { html, useMemo } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useApi } from '../lib/api.js';
import { useCatalog, isBalance } from '../lib/catalog.js';
import { count, month, numberOf } from '../lib/format.js';
import { figureName } from '../lib/words.js';
import { ChartCard } from '../ui/chart.js';
import { KpiCard } from '../ui/kpicard.js';
import { Skeleton } from '../ui/state.js';
import { seriesOption, seriesTable } from '../charts/series.js';
import { PageHead } from '../ui/pagehead.js';
import { AlertCounts } from './overview-alerts.js';
import { Chances, Issues } from './overview-lists.js';
import { SurpriseMap } from './overview-map.js';
import { PlanSummary } from './overview-plan.js';

const TREND_MONTHS = 24;

export function Overview() {
  const catalog = useCatalog();
  const { overview } = catalog;
  const [first, second] = catalog.kpis;
  return html`<${PageHead} title=${t('이번 달 무엇이 달라졌나?', 'What has changed this month?')}>
      ${month(overview.month)} · ${t(`세그먼트 ${count(overview.total_segments)}개`, numberOf(overview.total_segments, 'segment'))} ·
      ${t(`고객 ${count(overview.total_customers)}명`, numberOf(overview.total_customers, 'customer'))}
    <//>
    <div class="kpi-row">${catalog.kpis.map(kpi => html`<${KpiCard} key=${kpi.id} id=${kpi.id} figure=${overview.kpis[kpi.id]} />`)}</div>
    <div class="grid">
      <div class="span-8 columns-2">
        <${Trend} id=${first.id} />
        ${second && html`<${Trend} id=${second.id} />`}
      </div>
      <div class="span-4"><${AlertCounts} /></div>
      <div class="span-6"><${Issues} /></div>
      <div class="span-6"><${Chances} /></div>
      <div class="span-8"><${SurpriseMap} /></div>
      <div class="span-4"><${PlanSummary} /></div>
    </div>`;
}

/** A total over two years with its forecast fan; the totals are coherent: segments add up to them. */
function Trend({ id }) {
  const catalog = useCatalog();
  const trend = useApi('/api/kpi-trends/', { kpi: id, months: TREND_MONTHS });
  const shape = useMemo(() => trend.data && {
    points: trend.data.data, forecasts: trend.data.forecasts, fromZero: !isBalance(id, catalog),
  }, [trend.data]);
  if (!shape) {
    return html`<div class="card"><${Skeleton} height=${250} /></div>`;
  }
  return html`<${ChartCard} title=${t(`${figureName(id, catalog)} 합계`, `${figureName(id, catalog)}, whole bank`)} about="forecast" file=${`total-${id}`} height=${210} watch=${shape}
    draw=${color => seriesOption(color, shape)} table=${seriesTable(shape)}
    note=${isBalance(id, catalog) ? t('축은 0에서 시작하지 않습니다. 점선과 음영은 예측과 예측구간 80·90%.', 'The axis does not start at 0. Dashes and shades: forecast with its 80 and 90% intervals.') : undefined} />`;
}

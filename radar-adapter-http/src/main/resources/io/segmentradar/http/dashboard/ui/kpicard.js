// A total in three digits: now, against last month, and next month with its interval.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { known, money, moneyFull, moneyParts, month } from '../lib/format.js';
import { useCatalog } from '../lib/catalog.js';
import { figureName } from '../lib/words.js';
import { About } from './about.js';
import { Change, Money } from './marks.js';

export function KpiCard({ id, figure }) {
  const catalog = useCatalog();
  const { text, suffix } = moneyParts(figure.value);
  const next = figure.forecasts[0];
  return html`<section class="card kpi" aria-label=${figureName(id, catalog)}>
    <header><h2>${figureName(id, catalog)}</h2><${About} id=${id} /></header>
    <div class="kpi-value" title=${moneyFull(figure.value)}>${text}<small>${suffix}</small></div>
    <div class="kpi-change"><span class="quiet">${t('전월 대비', 'MoM')}</span>
      <${Change} id=${id} changes=${figure} base=${t(`전월보다 ${money(figure.mom)}, 기준 ${money(known(figure.mom) ? figure.value - figure.mom : undefined)}`, `${money(figure.mom)} on a base of ${money(known(figure.mom) ? figure.value - figure.mom : undefined)}`)} /></div>
    <div class="kpi-next">${next
    ? html`<span class="quiet">${t(`${Number(next.forecast_month.slice(5))}월 예측`, `Forecast ${month(next.forecast_month).split(' ')[0]}`)}</span>
        <span class="strong"><${Money} value=${next.predicted_value} /></span>
        ${known(next.lower_bound) && html`<span class="kpi-interval" title=${t('예측구간 90%', '90% interval')}>${money(next.lower_bound)} ~ ${money(next.upper_bound)}</span>`}`
    : html`<span class="quiet">${t('예측 없음', 'No forecast')}</span>`}</div>
  </section>`;
}

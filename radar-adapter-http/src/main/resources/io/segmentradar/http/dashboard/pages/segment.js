// "Why is this segment red, and what do we do?": history with forecast, cause, actions; prints as a call sheet.
import { html, useMemo } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { useApi } from '../lib/api.js';
import { isBalance, isSigned, useCatalog } from '../lib/catalog.js';
import { columnUnit, count, decimal, moneyFull, moneyParts, month, numberOf, percent } from '../lib/format.js';
import { href, Link, useQuery } from '../lib/router.js';
import { figureName, monthWord, segmentName, SEVERITIES, word } from '../lib/words.js';
import { ChartCard } from '../ui/chart.js';
import { ActionCard } from '../ui/actioncard.js';
import { About } from '../ui/about.js';
import { Icon } from '../ui/icons.js';
import { Amount, Change, Delta, Rate, SegmentLink, Severity, Spark } from '../ui/marks.js';
import { Empty, Failure, Skeleton } from '../ui/state.js';
import { seriesOption, seriesTable } from '../charts/series.js';
import { AlertDetail } from './alert-detail.js';

const GHOST_ORIGINS = 12;

export function Segment() {
  const catalog = useCatalog();
  const [read, write] = useQuery();
  const id = read('id');
  const path = `/api/segments/${encodeURIComponent(id)}/`;
  const detail = useApi(id ? path : null);
  const history = useApi(id ? `${path}history/` : null);
  if (!id) {
    return html`<${Empty} title=${t('세그먼트를 고르세요', 'Choose a segment')}><${Link} to=${href('/segments')}>${t('세그먼트 목록', 'All segments')}<//><//>`;
  }
  if (detail.error) {
    return html`<${Failure} error=${detail.error} />`;
  }
  if (!detail.data) {
    return html`<${Skeleton} height=${480} />`;
  }
  const data = detail.data;
  const alerts = [...data.alerts].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const asked = alerts.find(alert => alert.alert_id === read('alert'));
  const kpi = read('kpi') || asked?.kpi || alerts[0]?.kpi || catalog.kpis[0].id;
  const shown = asked ?? alerts.find(alert => alert.kpi === kpi) ?? alerts[0];
  return html`
    <header class="page-head"><div><div class="segment-head"><h1>${segmentName(id, catalog.dimensions)}</h1>
        ${data.worst_severity && html`<${Severity} value=${data.worst_severity} />`}<span class="tag">${word(data.lifecycle)}</span></div>
      <p>${t(`고객 ${count(data.customer_count)}명`, numberOf(data.customer_count, 'customer'))} · ${month(data.month)} · ${t(`${month(data.first_month)}부터`, `since ${month(data.first_month)}`)}
        ${catalog.ratios.map(ratio => html` · ${figureName(ratio.id, catalog)} ${percent(data[ratio.id])}`)}</p></div>
      <div class="actions"><button class="button" type="button" onClick=${() => print()}><${Icon} name="print" />${t('콜시트 인쇄', 'Print call sheet')}</button></div></header>
    <div class="kpi-tabs" role="group" aria-label="KPI">${catalog.kpis.map(k => html`<${KpiTab} key=${k.id} id=${k.id} data=${data} history=${history.data} alerts=${alerts}
      pressed=${k.id === kpi} pick=${() => write({ kpi: k.id, alert: null })} />`)}</div>
    <div class="grid">
      <div class="span-8 stack">
        ${history.error ? html`<${Failure} error=${history.error} />` : history.data
    ? html`<${History} id=${id} kpi=${kpi} history=${history.data} data=${data} alerts=${alerts} />` : html`<div class="card"><${Skeleton} height=${340} /></div>`}
        ${shown
    ? html`<section class="card" aria-label=${t('변동 원인', 'Cause')}><header><h2>${t('왜 달라졌나', 'Why it differs')}</h2><${About} id="residual" />
          <div class="tools">${alerts.length > 1 && html`<span class="segmented">${alerts.map(alert => html`<button type="button" aria-pressed=${alert === shown}
            onClick=${() => write({ alert: alert.alert_id, kpi: alert.kpi })}>${figureName(alert.kpi, catalog)} ${word(alert.alert_type)}</button>`)}</span>`}</div></header>
          <${AlertDetail} key=${shown.alert_id} alert=${shown} beside /></section>`
    : html`<section class="card"><${Empty} title=${t('열린 알림이 없습니다', 'No open alert')}>${t('이 세그먼트는 예측구간 안에서 움직이고 있습니다.', 'This segment moves within what was expected.')}<//></section>`}
      </div>
      <div class="span-4 stack"><section class="card" aria-label=${t('추천 액션', 'Actions')}><header><h2>${t('누가 무엇을 하나', 'Who does what')}</h2><${About} id="worth" /></header>
        ${data.actions.length === 0 ? html`<${Empty} title=${t('제안된 액션이 없습니다', 'No action proposed')}>${t('규칙에 맞는 액션이 없거나 비용보다 가치가 작습니다.', 'No rule applies, or the value is below the cost.')}<//>`
    : data.actions.slice(0, 4).map(action => html`<${ActionCard} key=${action.action_id} action=${action} />`)}</section>
        <${Similar} rows=${data.similar} /></div>
      <div class="span-12"><${ForecastTable} forecasts=${data.forecasts} /></div>
    </div>`;
}

function KpiTab({ id, data, history, alerts, pressed, pick }) {
  const catalog = useCatalog();
  const { text, suffix } = moneyParts(data[id]);
  const alert = alerts.find(a => a.kpi === id);
  return html`<div class="kpi-cell"><button type="button" class="card kpi" aria-pressed=${pressed} onClick=${pick}>
    <span class="kpi-title"><span class="quiet">${figureName(id, catalog)}</span>${alert && html`<${Severity} value=${alert.severity} bare />`}</span>
    <span class="kpi-value" title=${moneyFull(data[id])}>${text}<small>${suffix}</small></span>
    <span class="kpi-change"><${Change} id=${id} changes=${data.changes[id]} base=${t('전월 대비', 'on last month')} />
      <${Spark} values=${history?.history.slice(-12).map(row => row[id])} width=${60} height=${16} /></span></button><${About} id=${id} /></div>`;
}

function History({ id, kpi, history, data, alerts }) {
  const catalog = useCatalog();
  const shape = useMemo(() => {
    const own = history.forecasts.filter(f => f.target_kpi === kpi);
    const origins = [...new Set(own.map(f => f.origin))].sort().filter(origin => origin !== data.month).slice(-GHOST_ORIGINS);
    return {
      points: history.history.map(row => ({ month: row.month, value: row[kpi] })),
      forecasts: data.forecasts.filter(f => f.target_kpi === kpi),
      past: own.filter(f => origins.includes(f.origin)),
      alerts: alerts.filter(alert => alert.kpi === kpi),
      fromZero: !isBalance(kpi, catalog) && !history.history.some(row => row[kpi] < 0),
    };
  }, [history, kpi, data]);
  return html`<${ChartCard} title=${t(`${figureName(kpi, catalog)} 추이와 예측`, `${figureName(kpi, catalog)}: history and forecast`)} about="forecast" height=${330}
    file=${`${id.replaceAll('|', '-')}-${kpi}`} watch=${shape} draw=${color => seriesOption(color, shape)} table=${seriesTable(shape)}
    note=${t('가는 점선은 지난 예측, 음영은 예측구간 80·90%, 옅은 띠는 설·추석 달.', 'Thin dashes: past forecasts; shades: 80 and 90% intervals; faint bands: Seollal and Chuseok.')
      + (shape.fromZero ? '' : t(' 잔액의 축은 0에서 시작하지 않을 수 있습니다.', ' The axis of a balance need not start at 0.'))} />`;
}

function Similar({ rows }) {
  return html`<section class="card" aria-label=${t('비슷한 세그먼트', 'Similar segments')}><header><h2>${t('비슷한 세그먼트', 'Similar segments')}</h2><${About} id="similarity" /></header>
    ${rows.length === 0 ? html`<p class="quiet">${t('비교할 세그먼트가 없습니다.', 'None to compare with.')}</p>`
    : html`<ul>${rows.map(row => html`<li style=${{ padding: '5px 0' }}><div><${SegmentLink} id=${row.segment_id} /></div>
        <div class="quiet small">${why(row)} · ${t('거리', 'distance')} ${decimal(row.distance, 2)}</div>
        <${Moved} moves=${row.moved} /></li>`)}</ul>
      <p class="card-note">${t('거리 1은 아무 두 세그먼트 사이의 거리, 0은 같음입니다. 추이, 성장, 계절성, 변동성, 거래 구성, 규모, 속성을 함께 봅니다.', 'Distance 1 is that of two segments at random, 0 a twin; by course, growth, seasonality, volatility, mix, size and attributes.')}</p>`}</section>`;
}

/** Did it move too? KPIs beyond the interval forecast last month; both: this segment's went the same way. */
function Moved({ moves }) {
  const catalog = useCatalog();
  return html`<div class="small">${moves.length === 0 ? html`<span class="quiet">${t('이번 달 예측대로', 'As forecast this month')}</span>`
    : moves.map(move => html`<span class="tag">${figureName(move.kpi, catalog)} ${move.below ? t('▼ 예측구간 아래', '▼ below its interval') : t('▲ 예측구간 위', '▲ above its interval')}${move.both ? t(' · 이 세그먼트도', ' · this one too') : ''}</span> `)}</div>`;
}

/** Why two segments are alike, in words. */
function why(row) {
  const shared = row.shared.map(word).join(', ');
  const near = row.reasons.filter(aspect => aspect.id !== 'KEY').map(aspect => label(aspect.label)).join(', ');
  const parts = [near && t(`${near} 비슷`, `alike in ${near}`), shared && t(`같은 ${shared}`, `same ${shared}`)].filter(Boolean);
  return parts.join(' · ') || t('분명한 공통점 없음', 'nothing stands out');
}

/** A row a KPI, three months side by side; never without the interval. */
function ForecastTable({ forecasts }) {
  const catalog = useCatalog();
  const title = t('앞으로 3개월', 'The next three months');
  const kpis = catalog.kpis.filter(kpi => forecasts.some(f => f.target_kpi === kpi.id));
  const months = [...new Set(forecasts.map(f => f.forecast_month))].sort();
  const find = (kpi, m) => forecasts.find(f => f.target_kpi === kpi && f.forecast_month === m);
  return html`<section class="card flush" aria-label=${title}><header><h2>${title}</h2><${About} id="forecast" />${forecasts.some(f => f.model === 'siblings') && html`<span class="tag" title=${t('이력이 3개월 이하여서 속성·규모·거래 구성이 비슷한 세그먼트의 움직임으로 예측했습니다.', 'Known for three months or fewer: forecast with the growth of segments alike in key, size and KPI mix.')}>${t('신규: 유사 세그먼트로 예측', 'New: forecast from alike segments')}</span>`}<span class="quiet small">${columnUnit()}</span></header>
    ${kpis.length === 0 ? html`<${Empty} title=${t('예측이 없습니다', 'No forecasts')}>${t('이력이 짧은 세그먼트에는 예측이 없습니다.', 'Segments with too short a history have none.')}<//>`
    : html`<div class="table-box" tabindex="0" role="region" aria-label=${title}><table class="sticky-first"><thead><tr><th>KPI</th><th class="number">${t('현재', 'Today')}</th>
      ${months.map((m, i) => html`<th class="number">${month(m)} <span class="unit">${monthWord(i + 1)}</span></th><th class="number">${t('변화', 'Change')}</th><th class="number">${t('상승 확률', 'Rise')}</th>`)}</tr></thead>
      <tbody>${kpis.map(kpi => html`<tr><th scope="row">${figureName(kpi.id, catalog)}</th><td class="number"><${Amount} value=${find(kpi.id, months[0])?.last_value} /></td>
        ${months.map(m => html`<${ForecastCells} forecast=${find(kpi.id, m)} signed=${isSigned(kpi.id, catalog)} />`)}</tr>`)}</tbody></table></div>`}</section>`;
}

function ForecastCells({ forecast, signed }) {
  return forecast
    ? html`<td class="number"><span class="strong"><${Amount} value=${forecast.predicted_value} /></span> <span class="quiet" title=${t('예측구간 90%', '90% interval')}>(<${Amount} value=${forecast.lower_bound} /> ~ <${Amount} value=${forecast.upper_bound} />)</span></td>
        <td class="number">${signed ? html`<${Delta} value=${forecast.change} />` : html`<${Rate} value=${forecast.change_rate} base=${t('마지막 실적 대비', 'on the last actual')} />`}</td><td class="number">${percent(forecast.probability_of_rise, 0)}</td>`
    : html`<td class="number">–</td><td></td><td></td>`;
}

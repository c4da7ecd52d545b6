// An alert in full: sentence, bridge, what it stands on, and the case with its history.
import { html, useState } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { useApi } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { chance, money, moneyFull, month, percent } from '../lib/format.js';
import { figureName, word } from '../lib/words.js';
import { mainCause, surprise } from '../lib/cause.js';
import { About } from '../ui/about.js';
import { Drawing } from '../ui/chart.js';
import { Delta, Money, SegmentLink, Severity } from '../ui/marks.js';
import { bridgeBars, bridgeHeight, bridgeOption, bridgeTable, bridgeViews } from '../charts/bridge.js';
import { Icon } from '../ui/icons.js';
import { saveCsv } from '../lib/export.js';
import { CaseForm, CaseHistory } from './case.js';

/** `beside`: the similar segments stand beside it already, so that only their number is told. */
export function AlertDetail({ alert, beside = false }) {
  const catalog = useCatalog();
  const full = useApi(`/api/alerts/${encodeURIComponent(alert.alert_id)}/`);
  const now = full.data ?? alert;
  return html`<div>
    <p class="cause-line"><${Severity} value=${alert.severity} /> <strong>${figureName(alert.kpi, catalog)} ${word(alert.alert_type)}</strong> — ${mainCause(alert)}</p>
    <p class="quiet">${label(alert.message)}</p>
    <dl class="figures pairs">
      <dt>${t('실적', 'Actual')} <${About} id=${alert.kpi} /></dt><dd><${Money} value=${alert.actual} /></dd>
      <dt>${t('예측', 'Forecast')} <${About} id="forecast" /></dt><dd><${Money} value=${alert.expected} /></dd>
      <dt>${t('차이', 'Surprise')} <${About} id="residual" /></dt><dd class="strong"><${Delta} value=${surprise(alert)} write=${money} title=${moneyFull(surprise(alert))} /></dd>
      <dt>${t('예측구간 90%', '90% interval')}</dt><dd class="nowrap"><${Money} value=${alert.lower} /> ~ <${Money} value=${alert.upper} /></dd>
      <dt>${t('영향 금액', 'At stake')} <${About} id="impact" /></dt><dd><${Money} value=${alert.impact} /></dd>
      <dt>${t('확실성', 'Certainty')} <${About} id="probability" /></dt><dd>${chance(alert.probability)}</dd>
      <dt>${t('처음 알린 달', 'First seen')}</dt><dd>${month(alert.first_seen)}</dd>
      <dt>${t('우연일 비율', 'False share')} <${About} id="false_share" /></dt><dd>${percent(alert.false_share)}</dd>
    </dl>
    ${(alert.remarks ?? []).length > 0 && html`<p>${alert.remarks.map(remark => html`<span class="tag">${word(remark)}</span> `)}</p>`}
    <${Bridge} alert=${alert} />
    <${Related} moves=${now.related ?? []} list=${!beside} />
    <section class="no-print"><h3>${t('처리', 'Case')}</h3><${CaseForm} key=${now.case.version} alert=${now} /></section>
    ${full.data?.case_history?.length > 0 && html`<section><h3>${t('처리 이력', 'History')}</h3><${CaseHistory} events=${full.data.case_history} /></section>`}
  </div>`;
}

/** What the most alike segments did in the same month: one customer's story, or that of a kind? */
function Related({ moves, list }) {
  if (!moves.length) {
    return null;
  }
  const same = moves.filter(move => move.course === 'SAME').length;
  return html`<section><h3>${t('비슷한 세그먼트', 'Similar segments')}</h3>
    <p class="quiet">${same === 0
    ? t(`가장 비슷한 ${moves.length}곳 가운데 같은 방향으로 변한 곳은 없습니다. 이 세그먼트만의 일로 보입니다.`, `None of the ${moves.length} most alike moved the same way: it looks like a matter of this segment alone.`)
    : t(`가장 비슷한 ${moves.length}곳 가운데 ${same}곳도 예측 대비 같은 방향으로 변했습니다.`, `${same} of the ${moves.length} most alike left their forecast to the same side.`)}</p>
    ${list && html`<ul>${moves.map(move => html`<li style=${{ padding: '3px 0' }}><${SegmentLink} id=${move.segment_id} /> <span class="tag">${word(move.course)}</span></li>`)}</ul>`}</section>`;
}

function Bridge({ alert }) {
  const views = bridgeViews(alert);
  const [chosen, setChosen] = useState(0);
  const [asTable, setAsTable] = useState(false);
  if (!views.length) {
    return html`<p class="quiet">${t('나눌 수 있는 원인이 없습니다.', 'There is no cause to split.')}</p>`;
  }
  const view = views[Math.min(chosen, views.length - 1)];
  const bars = bridgeBars(view);
  const table = bridgeTable(bars);
  return html`<div>
    <div class="bridge-head"><h3>${t('예측에서 실적까지', 'From forecast to actual')}</h3><${About} id="bridge" />
      <span class="bridge-tools no-print">
        ${views.length > 1 && html`<span class="segmented">${views.map((v, i) => html`<button type="button" aria-pressed=${v === view} onClick=${() => setChosen(i)}>${v.name}</button>`)}</span>`}
        <button class="tool" type="button" aria-pressed=${asTable} aria-label=${t('표로 보기', 'Show as table')} title=${t('표로 보기', 'Show as table')} onClick=${() => setAsTable(!asTable)}><${Icon} name=${asTable ? 'chart' : 'table'} /></button>
        <button class="tool" type="button" aria-label=${t('CSV 저장', 'Save as CSV')} title=${t('CSV 저장', 'Save as CSV')} onClick=${() => saveCsv(`cause-${alert.alert_id}`, table.head, table.rows)}><${Icon} name="download" /></button></span></div>
    ${asTable
    ? html`<table class="plain"><thead><tr>${table.head.map((name, i) => html`<th class=${i ? 'number' : ''}>${name}</th>`)}</tr></thead>
        <tbody>${table.shown.map(([name, value]) => html`<tr><th scope="row">${name}</th><td class="number">${value}</td></tr>`)}</tbody></table>`
    : html`<${Drawing} draw=${color => bridgeOption(color, bars, view)} height=${bridgeHeight(bars)} watch=${view.id + alert.alert_id}
        label=${t('예측에서 실적까지의 원인별 금액. 표로도 볼 수 있습니다.', 'Causes from forecast to actual; also available as a table.')} />`}
  </div>`;
}

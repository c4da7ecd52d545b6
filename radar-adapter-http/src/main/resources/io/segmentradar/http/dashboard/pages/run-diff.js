// Two runs side by side: totals, new and closed alerts. Every figure is read from the run that made it.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useApi, useWhole } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { columnUnit, count, known } from '../lib/format.js';
import { figureName, word } from '../lib/words.js';
import { Amount, Delta, SegmentLink, Severity } from '../ui/marks.js';
import { Ready } from '../ui/state.js';

const subject = alert => [alert.level, alert.segment_id, alert.kpi, alert.alert_type].join(' ');

export function RunDiff({ newer, older }) {
  const catalog = useCatalog();
  const totals = [useApi('/api/overview/', { run: newer }), useApi('/api/overview/', { run: older })];
  const alerts = [newer, older].map(run => useWhole('/api/watchlist/', { run }, 'alerts'));
  const manifests = [newer, older].map(run => useApi(`/api/runs/${encodeURIComponent(run)}/`, { run: null }));
  const waiting = [...totals, ...alerts, ...manifests].find(answer => answer.error || !answer.data) ?? totals[0];
  return html`<${Ready} answer=${waiting} height=${160}>${() => {
    const [now, before] = totals.map(answer => answer.data);
    const lists = alerts.map(answer => answer.data.alerts);
    const had = new Map(lists[1].map(alert => [subject(alert), alert]));
    const has = new Set(lists[0].map(subject));
    const moved = lists[0].filter(alert => had.has(subject(alert)) && had.get(subject(alert)).severity !== alert.severity);
    return html`<div class="columns-2"><div><table class="plain"><thead><tr><th>${t('합계', 'Total')} <span class="unit">(${columnUnit()})</span></th><th class="number">${before.month}</th><th class="number">${now.month}</th><th class="number">${t('변화', 'Change')}</th></tr></thead>
        <tbody>${catalog.kpis.map(kpi => {
    const [a, b] = [now.kpis[kpi.id]?.value, before.kpis[kpi.id]?.value];
    return html`<tr><th scope="row">${figureName(kpi.id, catalog)}</th><td class="number"><${Amount} value=${b} /></td><td class="number"><${Amount} value=${a} /></td><td class="number"><${Delta} value=${known(a) && known(b) ? a - b : undefined} /></td></tr>`;
  })}</tbody></table>
        <${Work} now=${manifests[0].data.manifest} before=${manifests[1].data.manifest} /></div>
      <div><${Alerts} title=${t('새 알림', 'New alerts')} rows=${lists[0].filter(alert => !had.has(subject(alert)))} />
        <${Alerts} title=${t('심각도 변화', 'Alerts of another severity')} rows=${moved} />
        <${Alerts} title=${t('끝난 알림', 'Closed alerts')} rows=${lists[1].filter(alert => !has.has(subject(alert)))} /></div></div>`;
  }}<//>`;
}

/** What went into the two runs, where it is not the same. */
function Work({ now, before }) {
  const facts = manifest => [
    [t('입력', 'Input'), manifest.inputs.map(file => `${file.name} ${file.sha256.slice(0, 8)}`).join(', ')],
    [t('명세', 'Spec'), `${manifest.spec_name} ${manifest.spec_sha256.slice(0, 8)}`],
    [t('제품', 'Product'), manifest.versions.product],
    [t('난수 씨앗', 'Seed'), manifest.seed],
    [t('대조군 비율', 'Control share'), manifest.control_share ?? 0],
    [t('세그먼트', 'Segments'), count(manifest.segments)],
  ];
  const then = facts(before);
  const differ = facts(now).map(([name, value], i) => [name, then[i][1], value]).filter(([, a, b]) => a !== b);
  return html`<h3 class="gap">${t('무엇으로 만들었나', 'What they were made from')}</h3>
    ${differ.length === 0 ? html`<p class="quiet small">${t('입력, 명세, 제품, 씨앗이 모두 같습니다.', 'Input, spec, product and seed are the same.')}</p>`
    : html`<dl class="figures">${differ.map(([name, a, b]) => html`<dt>${name}</dt><dd class="mono">${a} → ${b}</dd>`)}</dl>`}`;
}

function Alerts({ title, rows }) {
  const catalog = useCatalog();
  return html`<h3 class="gap">${title} <span class="quiet">${count(rows.length)}</span></h3>
    <ul class="events">${rows.slice(0, 8).map(alert => html`<li><${Severity} value=${alert.severity} /><span><${SegmentLink} id=${alert.segment_id} level=${alert.level} /> <span class="quiet">${figureName(alert.kpi, catalog)} ${word(alert.alert_type)}</span></span></li>`)}</ul>
    ${rows.length > 8 && html`<p class="quiet small">${t(`그 밖 ${rows.length - 8}건`, `and ${rows.length - 8} more`)}</p>`}`;
}

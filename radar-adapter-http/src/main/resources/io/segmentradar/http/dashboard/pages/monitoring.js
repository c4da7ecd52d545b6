// "Do data and models still fit?": drift of input, forecasts and alerts, and the reasons to train new models.
import { html } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { address, useApi } from '../lib/api.js';
import { count, decimal, known, percent } from '../lib/format.js';
import { useQuery } from '../lib/router.js';
import { monthWord } from '../lib/words.js';
import { Choice, ExportLinks } from '../ui/filters.js';
import { About } from '../ui/about.js';
import { PageHead } from '../ui/pagehead.js';
import { Empty, Ready } from '../ui/state.js';
import { Table } from '../ui/table.js';

const AREAS = ['DATA', 'FORECAST', 'ALERT'];
const STATUSES = ['DRIFT', 'NOTICE', 'STABLE', 'UNKNOWN', 'EXCLUDED'];
const LOUD = ['DRIFT', 'NOTICE'];
const ATTENTION = 'attention';
const ALL = 'all';
const SHAPES = { DRIFT: '▲', NOTICE: '●', STABLE: '○', UNKNOWN: '–', EXCLUDED: '–' };
const SHARES = new Set(['coverage_90', 'bias', 'wape', 'rate', 'acceptance', 'change']);

export function Monitoring() {
  const answer = useApi('/api/monitor/');
  return html`<${PageHead} title=${t('자료와 모형이 아직 맞나?', 'Do data and models still fit?')} actions=${html`<${ExportLinks} name="monitor" url=${address('/api/monitor/')} />`}>
      ${t('이번 달을 평소와 비교합니다. 우연을 넘는 큰 변화만 이탈로 봅니다', 'This month against the usual; only what is large and more than chance counts as drift')}<//>
    <${Ready} answer=${answer} height=${420} empty=${{ when: data => data.checks.length === 0, title: t('점검 결과가 없습니다', 'Nothing was checked'), text: t('이 실행은 모니터링이 생기기 전에 만들어졌습니다. radar run을 다시 실행하세요.', 'This run was made before there was monitoring; make a new one with radar run.') }}>
      ${data => html`<${Checks} data=${data} />`}<//>`;
}

function Checks({ data }) {
  const [read] = useQuery();
  const area = read('area');
  const status = read('status', ATTENTION);
  const fits = check => status === ALL || check.status === status || (status === ATTENTION && LOUD.includes(check.status));
  const rows = data.checks.filter(check => (!area || check.area === area) && fits(check))
    .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || (a.q_value ?? 1) - (b.q_value ?? 1));
  return html`<div class="grid">
      ${AREAS.map(name => html`<div class="span-4"><${Area} name=${name} counts=${data.summary[name.toLowerCase()]} /></div>`)}
      <div class="span-12"><${Triggers} triggers=${data.triggers} /></div>
    </div>
    <div class="filters">
      <${Choice} name="area" title=${t('대상', 'Area')} any=${t('모든 대상', 'All areas')} options=${AREAS.map(name => [name, areaName(name)])} />
      <${Choice} name="status" title=${t('판정', 'Verdict')} otherwise=${ATTENTION} options=${[[ATTENTION, t('이탈과 주의', 'Drift and notice')], [ALL, t('모든 판정', 'All verdicts')], ...STATUSES.map(name => [name, statusName(name)])]} />
      <span class="count">${t(`점검 ${count(data.checks.length)}건 중 ${count(rows.length)}건`, `${count(rows.length)} of ${count(data.checks.length)} checks`)}</span>
    </div>
    <div class="card flush">${rows.length
    ? html`<${Table} label=${t('점검', 'Checks')} tall columns=${columns()} rows=${rows} keyOf=${row => row.area + row.subject + row.horizon + row.measure} />`
    : html`<${Empty} title=${status === ATTENTION ? t('이탈도 주의도 없습니다', 'Neither drift nor notice') : t('해당하는 점검이 없습니다', 'No such check')}>${t('다른 대상이나 판정을 고르세요.', 'Choose another area or verdict.')}<//>`}</div>`;
}

const areaName = name => ({ DATA: t('입력 자료', 'Data'), FORECAST: t('예측', 'Forecasts'), ALERT: t('알림', 'Alerts') })[name];
const statusName = name => ({ STABLE: t('평소와 같음', 'Stable'), NOTICE: t('주의', 'Notice'), DRIFT: t('이탈', 'Drift'), UNKNOWN: t('판단 불가', 'Unknown'), EXCLUDED: t('제외', 'Excluded') })[name];
const measureName = name => ({ level: t('수준', 'Level'), change: t('전월 대비 변화', 'Change on last month'), feature: t('모형 입력', 'Model input'), coverage_90: t('적중률 90%', 'Coverage 90%'), bias: t('편향', 'Bias'), wape: 'WAPE', rate: t('세그먼트당 알림', 'Alerts a segment'), acceptance: t('유효 알림 비율', 'Accepted share') })[name] ?? name;

function Area({ name, counts }) {
  return html`<section class="card kpi" aria-label=${areaName(name)}><header><h2>${areaName(name)}</h2><${About} id="drift" /></header>
    <div class="kpi-value">${count(counts.drift)}<small>${t('건 이탈', ' drifting')}</small></div>
    <div class="kpi-next quiet">${t(`주의 ${count(counts.notice)} · 평소 ${count(counts.stable)} · 판단 불가 ${count(counts.unknown)} · 제외 ${count(counts.excluded)}`, `${count(counts.notice)} notice · ${count(counts.stable)} stable · ${count(counts.unknown)} unknown · ${count(counts.excluded)} excluded`)}</div></section>`;
}

function Triggers({ triggers }) {
  return html`<section class="card" aria-label=${t('재학습 사유', 'Reasons to retrain')}><header><h2>${t('재학습 사유', 'Reasons to retrain')}</h2><${About} id="retrain" /></header>
    ${triggers.length
    ? html`<ul class="events">${triggers.map(trigger => html`<li><span class="nowrap strong">${triggerName(trigger.kind)}</span><span>${label(trigger.reason)}</span></li>`)}</ul>
      <p class="card-note">${t('등록부의 현재 모형으로 예측하는 실행은 사유가 있을 때 도전 모형을 학습하여 최근 달에서 비교합니다. 도전 모형이 우연을 넘어 나을 때만 교체하며, 사유와 판정은 등록부와 감사 기록에 남습니다.', 'A run with the registry’s champion then trains a challenger and lets it compete on the latest months. Only a winner replaces the champion; registry and audit log keep reason and verdict.')}</p>`
    : html`<p class="quiet">${t('지금은 새 모형이 필요하지 않습니다.', 'Nothing asks for new models.')}</p>`}</section>`;
}

const triggerName = kind => ({ SCHEDULE: t('정기', 'Schedule'), DATA_DRIFT: t('자료 이탈', 'Data drift'), FORECAST_DRIFT: t('예측 이탈', 'Forecast drift'), COVERAGE_LOST: t('적중률 저하', 'Coverage lost'), NEW_DATA: t('새 자료', 'New data') })[kind];

function figure(value, measure) {
  if (!known(value)) {
    return '–';
  }
  return SHARES.has(measure) ? percent(value, 1) : decimal(value, Math.abs(value) < 10 ? 2 : 0);
}

const columns = () => [
  { id: 'subject', name: t('항목', 'Item'), cell: row => html`<span title=${row.subject}>${label(row.label)}</span>` },
  { id: 'status', name: t('판정', 'Verdict'), cell: row => html`<span class="nowrap" title=${label(row.reason)}><span aria-hidden="true">${SHAPES[row.status]}</span> ${statusName(row.status)}</span>` },
  { id: 'area', name: t('대상', 'Area'), cell: row => areaName(row.area) },
  { id: 'measure', name: t('측정', 'Measure'), cell: row => html`${measureName(row.measure)}${row.horizon > 0 ? ` · ${monthWord(row.horizon)}` : ''}` },
  { id: 'reference', name: t('평소·약속', 'Usual or promised'), number: true, about: 'reference', cell: row => figure(row.reference, row.measure) },
  { id: 'current', name: t('지금', 'Now'), number: true, about: 'reference', cell: row => figure(row.current, row.measure) },
  { id: 'psi', name: 'PSI', number: true, about: 'psi', cell: row => (known(row.psi) ? decimal(row.psi, 3) : '–') },
  { id: 'distance', name: t('거리', 'Distance'), number: true, about: 'wasserstein', cell: row => (known(row.distance) ? decimal(row.distance, 3) : '–') },
  { id: 'q_value', name: t('오류 비율', 'q'), number: true, about: 'q_value', cell: row => (known(row.q_value) ? (row.q_value < 0.001 ? '<0.1%' : percent(row.q_value, 1)) : '–') },
  { id: 'n', name: 'n', number: true, about: 'n', cell: row => (row.n_current ? count(row.n_current) : '–') },
  { id: 'reason', name: t('까닭', 'Reason'), cell: row => html`<span class="quiet">${label(row.reason)}</span>` },
];

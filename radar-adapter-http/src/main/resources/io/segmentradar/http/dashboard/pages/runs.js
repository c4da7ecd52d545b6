// "Where do these numbers come from?": runs, data quality, rejected rows, manifest; two runs side by side.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { forget, post, useApi } from '../lib/api.js';
import { count, decimal, moment, month, numberOf, percent } from '../lib/format.js';
import { useQuery } from '../lib/router.js';
import { Icon } from '../ui/icons.js';
import { About } from '../ui/about.js';
import { PageHead } from '../ui/pagehead.js';
import { Empty, Ready } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { say } from '../ui/toast.js';
import { RunDiff } from './run-diff.js';

export function Runs() {
  const [read, write] = useQuery();
  const answer = useApi('/api/runs/', { run: null, page_size: 200 });
  const runs = answer.data?.runs ?? [];
  const id = read('show') || runs[0]?.run_id;
  const against = read('against');
  const refresh = () => post('/api/refresh/', {}).then(() => { forget(); say(t('새 실행을 확인했습니다', 'Looked for a newer run')); }, error => say(error.message));
  return html`<${PageHead} title=${t('이 숫자는 어디서 왔나?', 'Where do these numbers come from?')}
      actions=${html`<button class="button" type="button" onClick=${refresh}><${Icon} name="refresh" />${t('새 실행 불러오기', 'Load the newest run')}</button>`}>${answer.data && t(`실행 ${count(answer.data.total_count)}개`, numberOf(answer.data.total_count, 'run'))}<//>
    <${Ready} answer=${answer} height=${200} empty=${{ when: () => runs.length === 0, title: t('실행이 없습니다', 'No run'), text: t('radar run으로 실행하면 여기에 보입니다.', 'Make one with radar run.') }}>
      ${() => html`<div class="grid"><div class="span-12"><div class="card flush"><${Table} label=${t('실행 이력', 'Runs')} columns=${columns()} rows=${runs} keyOf=${run => run.run_id} current=${id} onOpen=${run => write({ show: run.run_id })} /></div></div></div>`}<//>
    ${id && html`<${Detail} id=${id} runs=${runs} against=${against} choose=${other => write({ against: other || null })} />`}`;
}

const columns = () => [
  { id: 'run_id', name: t('실행', 'Run'), cell: run => html`<span class="mono">${run.run_id}</span>` },
  { id: 'as_of', name: t('기준월', 'Month'), cell: run => month(run.as_of) },
  { id: 'created_at', name: t('만든 때', 'Made'), cell: run => moment(run.created_at) },
  { id: 'spec_name', name: t('명세', 'Spec'), cell: run => run.spec_name },
  { id: 'segments', name: t('세그먼트', 'Segments'), number: true, about: 'run_counts', cell: run => count(run.segments) },
  { id: 'months', name: t('개월', 'Months'), number: true, about: 'run_counts', cell: run => count(run.months) },
  { id: 'alerts', name: t('알림', 'Alerts'), number: true, about: 'run_counts', cell: run => count(run.alerts) },
  { id: 'actions', name: t('액션', 'Actions'), number: true, about: 'run_counts', cell: run => count(run.actions) },
];

function Detail({ id, runs, against, choose }) {
  const answer = useApi(`/api/runs/${encodeURIComponent(id)}/`, { run: null });
  const others = runs.filter(run => run.run_id !== id);
  return html`<div class="grid" style=${{ marginTop: '16px' }}>
    <div class="span-6"><${Ready} answer=${answer} height=${280}>${data => html`<${Quality} quality=${data.data_quality} source=${data.manifest} />`}<//></div>
    <div class="span-6"><${Ready} answer=${answer} height=${280}>${data => html`<${Manifest} manifest=${data.manifest} source=${data.manifest} />`}<//></div>
    <div class="span-12"><section class="card" aria-label=${t('두 실행 비교', 'Compare two runs')}><header><h2>${t('두 실행 비교', 'Compare two runs')}</h2><${About} id="run_diff" />
      ${others.length > 0 && html`<div class="tools"><label><span class="unseen">${t('비교할 실행', 'Other run')}</span><select value=${against} onChange=${event => choose(event.currentTarget.value)}>
        <option value="">${t('비교할 실행…', 'Other run…')}</option>${others.map(run => html`<option value=${run.run_id} selected=${run.run_id === against}>${month(run.as_of)} · ${run.run_id}</option>`)}</select></label></div>`}</header>
      ${against && against !== id ? html`<${RunDiff} newer=${id} older=${against} />`
    : html`<${Empty} title=${others.length ? t('비교할 실행을 고르세요', 'Choose a run to compare') : t('실행이 하나뿐입니다', 'There is only one run')}>${t('새 알림과 끝난 알림, 합계의 변화를 보여 줍니다.', 'Shows new and closed alerts and changed totals.')}<//>`}</section></div>
  </div>`;
}

const stageName = stage => ({
  INGEST: t('자료 읽기', 'Reading'), ALIKE: t('유사 세그먼트', 'Alike segments'), FX: t('환율', 'Exchange rate'), FORECAST: t('예측', 'Forecasts'),
  ALERTS: t('알림', 'Alerts'), DRIVERS: t('변동 원인', 'Causes'), ACTIONS: t('추천 액션', 'Actions'), MONITOR: t('모니터링', 'Monitoring'),
})[stage] ?? stage;

function Quality({ quality, source }) {
  return html`<section class="card" aria-label=${t('데이터 품질', 'Data quality')}><header><h2>${t('데이터 품질', 'Data quality')}</h2><${About} id="rejects" source=${source} /></header>
    <dl class="figures"><dt>${t('읽은 행', 'Rows read')}</dt><dd>${count(quality.rows)}</dd>
      <dt>${t('제외 행', 'Rejected rows')}</dt><dd>${count(quality.reject_count)} <span class="quiet">(${percent(quality.reject_rate, 2)})</span></dd>
      <dt>${t('쓰지 않은 열', 'Ignored columns')}</dt><dd>${quality.ignored_columns.join(', ') || '–'}</dd></dl>
    <h3 class="gap">${t('입력 파일', 'Input files')}</h3>
    <div class="table-box" tabindex="0" role="region" aria-label=${t('입력 파일', 'Input files')}><table class="plain"><thead><tr><th>${t('파일', 'File')}</th><th>${t('문자집합', 'Encoding')}</th><th class="number">${t('행', 'Rows')}</th><th>SHA-256</th></tr></thead>
      <tbody>${quality.files.map(file => html`<tr><th scope="row">${file.name}</th><td>${file.encoding}</td><td class="number">${count(file.rows)}</td><td title=${file.sha256}>${file.sha256.slice(0, 12)}…</td></tr>`)}</tbody></table></div>
    ${quality.rejects.length > 0 && html`<h3 class="gap">${t('제외 행', 'Rejected rows')}</h3><div class="table-box" style=${{ maxHeight: '220px' }} tabindex="0" role="region" aria-label=${t('제외 행', 'Rejected rows')}>
      <table class="plain"><thead><tr><th class="number">${t('줄', 'Line')}</th><th>${t('열', 'Column')}</th><th>${t('값', 'Value')}</th><th>${t('까닭', 'Reason')}</th></tr></thead>
      <tbody>${quality.rejects.map(row => html`<tr><td class="number">${count(row.line)}</td><td>${row.column}</td><td>${row.value}</td><td>${row.reason}</td></tr>`)}</tbody></table></div>`}</section>`;
}

function Manifest({ manifest, source }) {
  const rows = [
    [t('실행', 'Run'), manifest.run_id], [t('기준월', 'Month'), month(manifest.as_of)], [t('만든 때', 'Made'), moment(manifest.created_at)],
    [t('명세', 'Spec'), `${manifest.spec_name} · ${manifest.spec_sha256.slice(0, 12)}…`],
    [t('제품', 'Product'), manifest.versions.product], ['Java', manifest.versions.java], ['LightGBM', manifest.versions.lightgbm], [t('기계', 'Machine'), `${manifest.versions.os} ${manifest.versions.arch}`],
    [t('난수 씨앗', 'Seed'), manifest.seed], [t('스레드', 'Threads'), manifest.threads],
  ];
  const stages = Object.entries(manifest.stage_seconds ?? {});
  const total = stages.reduce((sum, [, seconds]) => sum + seconds, 0);
  return html`<section class="card" aria-label=${t('실행 기록', 'Manifest')}><header><h2>${t('실행 기록', 'Manifest')}</h2><${About} id="manifest" source=${source} /></header>
    <dl class="figures">${rows.map(([name, value]) => html`<dt>${name}</dt><dd class="mono">${value}</dd>`)}</dl>
    ${stages.length > 0 && html`<h3 class="gap">${t('단계별 시간', 'Time by stage')} <span class="quiet">${decimal(total, 1)} ${t('초', 's')}</span></h3>
      <ul class="tally">${stages.map(([stage, seconds]) => html`<li style=${{ display: 'grid', gridTemplateColumns: '110px 1fr 60px', gap: '8px', alignItems: 'center', height: '22px' }}>
        <span class="small">${stageName(stage)}</span><span class="tally-bar"><i style=${{ width: (100 * seconds) / (total || 1) + '%' }}></i></span><span class="number small">${decimal(seconds, 2)} ${t('초', 's')}</span></li>`)}</ul>`}</section>`;
}

// "What if?": other inputs for the models of the run; the answer stands beside the base. Nothing is stored.
import { html, useState } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { ask, useApi } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { columnUnit, count, known, money, percent } from '../lib/format.js';
import { figureName, monthWord, word } from '../lib/words.js';
import { Amount, Delta, SegmentLink } from '../ui/marks.js';
import { About } from '../ui/about.js';
import { PageHead } from '../ui/pagehead.js';
import { Empty, Ready } from '../ui/state.js';
import { Table } from '../ui/table.js';

const MOST = 50;
const SERIES_MOST = 20;

export function Scenarios() {
  const inputs = useApi('/api/scenarios/');
  return html`<${PageHead} title=${t('조건이 다르면?', 'What if?')}>
      ${t('같은 모형을 다른 입력으로 다시 계산해 기준과 비교합니다. 저장하지 않습니다', 'The same models on changed inputs, beside the base; nothing is stored')}<//>
    <${Ready} answer=${inputs} height=${360}>${data => html`<${Form} inputs=${data} />`}<//>`;
}

function Form({ inputs }) {
  const catalog = useCatalog();
  const dimension = catalog.dimensions[0];
  const [shock, setShock] = useState({ kpi: catalog.kpis[0].id, group: '', change: -20 });
  const [series, setSeries] = useState({});
  const [margins, setMargins] = useState({});
  const [level, setLevel] = useState(dimension.id);
  const [answer, setAnswer] = useState(null);
  const [trouble, setTrouble] = useState(null);
  const [busy, setBusy] = useState(false);
  const rates = inputs.assumptions.filter(one => one.id.endsWith('margin'));
  const send = async event => {
    event.preventDefault();
    setBusy(true);
    setTrouble(null);
    try {
      setAnswer(await ask('/api/scenarios/', {
        level,
        covariates: Object.fromEntries(Object.entries(series).filter(([, change]) => change !== 0).map(([id, change]) => [id, { change: change / 100 }])),
        shocks: shock.change === 0 ? [] : [{ kpi: shock.kpi, change: shock.change / 100, where: shock.group ? { [dimension.id]: shock.group } : {} }],
        assumptions: Object.fromEntries(Object.entries(margins).map(([id, factor]) => [id, rates.find(one => one.id === id).value * factor])),
      }));
    } catch (error) {
      setTrouble(error.message);
    } finally {
      setBusy(false);
    }
  };
  const reset = () => { setShock({ ...shock, change: 0 }); setSeries({}); setMargins({}); setAnswer(null); };
  return html`<div class="grid"><div class="span-4"><section class="card" aria-label=${t('바뀌는 조건', 'What to change')}>
      <header><h2>${t('바뀌는 조건', 'What to change')}</h2><${About} id="scenario" /></header>
      <form onSubmit=${send}>
        <div class="filters"><label><span class="unseen">KPI</span><select value=${shock.kpi} onChange=${event => setShock({ ...shock, kpi: event.currentTarget.value })}>
          ${catalog.kpis.map(kpi => html`<option value=${kpi.id} selected=${kpi.id === shock.kpi}>${figureName(kpi.id, catalog)}</option>`)}</select></label>
          <label><span class="unseen">${label(dimension.label)}</span><select value=${shock.group} onChange=${event => setShock({ ...shock, group: event.currentTarget.value })}>
          <option value="">${word('bank')}</option>${catalog[dimension.id].map(({ value }) => html`<option value=${value} selected=${value === shock.group}>${value}</option>`)}</select></label></div>
        <${Slider} name="shock" title=${t('이번 달 수치', 'This month’s figure')} most=${MOST} value=${shock.change} set=${change => setShock({ ...shock, change })} />
        ${inputs.covariates.map(one => html`<${Slider} name=${one.id} title=${label(one.label)} most=${SERIES_MOST} value=${series[one.id] ?? 0} set=${change => setSeries({ ...series, [one.id]: change })}
          note=${one.used_for.length ? t(`${one.used_for.map(id => figureName(id, catalog)).join(', ')}에 쓰입니다`, `used for ${one.used_for.map(id => figureName(id, catalog)).join(', ')}`) : t('어느 모형도 쓰지 않습니다: 영향 없음', 'no model uses it: no effect')} />`)}
        ${rates.map(one => html`<label class="slider"><span>${label(one.label)}</span><input type="range" min="0" max="2" step="0.1" name=${one.id} value=${margins[one.id] ?? 1}
          onInput=${event => setMargins({ ...margins, [one.id]: Number(event.currentTarget.value) })} /><span class="number">${percent(one.value * (margins[one.id] ?? 1), 2)}</span></label>`)}
        <label class="slider"><span>${t('비교 수준', 'Compare by')}</span><select value=${level} onChange=${event => setLevel(event.currentTarget.value)}>${catalog.levels.map(id => html`<option value=${id} selected=${id === level}>${word(id)}</option>`)}</select><span></span></label>
        <div class="buttons"><button class="button primary" disabled=${busy}>${busy ? t('계산 중…', 'Running…') : t('계산', 'Run')}</button>
          <button type="button" class="button" onClick=${reset}>${t('되돌리기', 'Reset')}</button></div>
        ${busy && !answer && html`<p class="quiet" role="status">${t('이 실행에서 처음 계산할 때는 모형을 다시 준비하여 1분 정도 필요합니다.', 'The first answer for a run prepares its models and may take a minute.')}</p>`}
      </form>
      ${trouble && html`<p class="state bad" role="alert">${trouble}</p>`}</section></div>
    <div class="span-8">${answer ? html`<${Compared} answer=${answer} />`
    : html`<section class="card" aria-label=${t('결과', 'Result')}><${Empty} title=${t('아직 계산하지 않았습니다', 'Nothing has been run yet')}>${t('왼쪽에서 조건을 정하고 계산을 누르세요.', 'Choose conditions on the left and run.')}<//></section>`}</div></div>`;
}

const Slider = ({ name, title, most, value, set, note }) => html`<label class="slider"><span>${title}${note && html`<br /><small class="quiet">${note}</small>`}</span>
  <input type="range" min=${-most} max=${most} step="1" name=${name} value=${value} onInput=${event => set(Number(event.currentTarget.value))} />
  <span class="number">${value > 0 ? '+' : ''}${percent(value / 100, 0)}</span></label>`;

function Compared({ answer }) {
  const catalog = useCatalog();
  const totals = answer.totals.filter(row => row.horizon === 3);
  return html`<div aria-live="polite">
    ${answer.notes.length > 0 && html`<section class="card" aria-label=${t('주의', 'Mind')}><header><h2>${t('주의', 'Mind')}</h2></header><ul class="events">
      ${answer.notes.map(note => html`<li><span class="nowrap strong">${noteName(note.kind)}</span><span>${label(note.text)}</span></li>`)}</ul></section>`}
    <section class="card" aria-label=${t('은행 전체, 3개월 뒤', 'Whole bank in three months')}><header><h2>${t('은행 전체, 3개월 뒤', 'Whole bank in three months')}</h2><${About} id="scenario" /></header>
      <div class="table-box" tabindex="0" role="region" aria-label=${t('은행 전체', 'Whole bank')}><table class="plain"><thead><tr><th>KPI</th><th class="number">${t('기준', 'Base')}</th><th class="number">${t('시나리오', 'Scenario')}</th><th class="number">${t('차이', 'Change')}</th><th class="number">%</th></tr></thead>
      <tbody>${totals.map(row => html`<tr><th scope="row">${figureName(row.kpi, catalog)}</th><td class="number">${money(row.base)}</td><td class="number strong" title=${`${money(row.lower_bound)} ~ ${money(row.upper_bound)}`}>${money(row.scenario)}</td>
        <td class="number"><${Delta} value=${row.change} write=${money} /></td><td class="number">${row.base ? percent(row.change / Math.abs(row.base), 2) : '–'}</td></tr>`)}
        <tr><th scope="row">${t('계획의 기대 가치', 'Expected value of the plan')}</th><td class="number">${money(answer.base_value)}</td><td class="number strong">${money(answer.value)}</td><td class="number"><${Delta} value=${answer.value - answer.base_value} write=${money} /></td><td></td></tr></tbody></table></div>
      <p class="card-note">${known(answer.probability) ? t(`가정한 확률 ${percent(answer.probability, 0)} (입력값)`, `Probability as given: ${percent(answer.probability, 0)}`) : t('가정의 확률은 제시하지 않습니다. 알 수 없기 때문입니다.', 'No probability is given for a scenario: nobody knows it.')}</p></section>
    <section class="card flush" aria-label=${t('변화가 가장 큰 곳', 'What changes most')}><header><h2>${t('변화가 가장 큰 곳', 'What changes most')} <span class="quiet">${word(answer.level)}</span></h2><${About} id="scenario" /></header>
      ${answer.changes.length ? html`<${Table} label=${t('변화가 가장 큰 곳', 'What changes most')} columns=${columns(catalog)} rows=${answer.changes} keyOf=${row => row.segment_id + row.kpi + row.horizon} />`
    : html`<${Empty} title=${t('달라지는 예측이 없습니다', 'No forecast changes')}>${t('이 가정에서는 모형의 입력이 같습니다.', 'This scenario changes no input of the models.')}<//>`}</section>
    <div class="grid"><div class="span-6"><${Moved} title=${t('새 알림', 'New alerts')} list=${answer.new_alerts} items=${answer.new_alerts.alerts} /><${Moved} title=${t('없어지는 알림', 'Alerts gone')} list=${answer.gone_alerts} items=${answer.gone_alerts.alerts} /></div>
      <div class="span-6"><${Moved} title=${t('새로 들어온 액션', 'Added actions')} list=${answer.new_actions} items=${answer.new_actions.actions} /><${Moved} title=${t('빠진 액션', 'Dropped actions')} list=${answer.dropped_actions} items=${answer.dropped_actions.actions} /></div></div></div>`;
}

const noteName = kind => ({ OUTSIDE_TRAINING: t('학습 범위 밖', 'Beyond training'), NO_EFFECT: t('영향 없음', 'No effect'), BASE_DIFFERS: t('기준 차이', 'Base differs'), ACTIONS_INCOMPLETE: t('액션 범위', 'Actions') })[kind];

const columns = catalog => [
  { id: 'segment_id', name: t('대상', 'Node'), cell: row => html`<span class="clip"><${SegmentLink} id=${row.segment_id} level=${row.level} /></span>` },
  { id: 'kpi', name: 'KPI', cell: row => figureName(row.kpi, catalog) },
  { id: 'horizon', name: t('시점', 'Ahead'), cell: row => monthWord(row.horizon) },
  { id: 'base', name: t('기준', 'Base'), unit: columnUnit(), number: true, about: 'scenario_base', cell: row => html`<${Amount} value=${row.base} />` },
  { id: 'scenario', name: t('시나리오', 'Scenario'), unit: columnUnit(), number: true, about: 'scenario', cell: row => html`<${Amount} value=${row.scenario} />` },
  { id: 'change', name: t('차이', 'Change'), unit: columnUnit(), number: true, about: 'scenario_change', cell: row => html`<${Delta} value=${row.change} />` },
  { id: 'interval', name: t('예측구간 90%', '90% interval'), unit: columnUnit(), number: true, about: 'interval', cell: row => html`<span class="nowrap"><${Amount} value=${row.lower_bound} /> ~ <${Amount} value=${row.upper_bound} /></span>` },
];

const Moved = ({ title, list, items }) => html`<section class="card" aria-label=${title}><header><h2>${title} <span class="quiet">${count(list.count)}</span></h2><${About} id="scenario_moved" /></header>
  ${items.length ? html`<ul class="events">${items.slice(0, 8).map(item => html`<li><span class="nowrap">${item.title ? label(item.title) : word(item.alert_type)}</span><span><${SegmentLink} id=${item.segment_id} level=${item.level ?? 'segment'} /></span></li>`)}</ul>` : html`<p class="quiet">${t('없음', 'None')}</p>`}</section>`;

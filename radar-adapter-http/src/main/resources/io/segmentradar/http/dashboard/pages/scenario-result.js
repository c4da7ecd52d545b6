// The answer to a scenario beside its base: totals, what changes most, alerts and actions that move.
import { html } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { useCatalog } from '../lib/catalog.js';
import { columnUnit, count, known, money, percent } from '../lib/format.js';
import { figureName, monthWord, word } from '../lib/words.js';
import { Amount, Delta, SegmentLink } from '../ui/marks.js';
import { About } from '../ui/about.js';
import { Empty } from '../ui/state.js';
import { Table } from '../ui/table.js';

export function Compared({ answer }) {
  const catalog = useCatalog();
  const totals = answer.totals.filter(row => row.horizon === 3);
  return html`<div class="stack">
    ${answer.notes.length > 0 && html`<section class="card" aria-label=${t('주의', 'Please note')}><header><h2>${t('주의', 'Please note')}</h2></header><ul class="events">
      ${answer.notes.map(note => html`<li><span class="nowrap strong">${noteName(note.kind)}</span><span>${label(note.text)}</span></li>`)}</ul></section>`}
    <section class="card" aria-label=${t('은행 전체, 3개월 뒤', 'Whole bank in three months')}><header><h2>${t('은행 전체, 3개월 뒤', 'Whole bank in three months')}</h2><${About} id="scenario" /></header>
      <div class="table-box" tabindex="0" role="region" aria-label=${t('은행 전체', 'Whole bank')}><table class="plain"><thead><tr><th>KPI</th><th class="number">${t('기준', 'Base')}</th><th class="number">${t('시나리오', 'Scenario')}</th><th class="number">${t('차이', 'Change')}</th><th class="number">%</th></tr></thead>
      <tbody>${totals.map(row => html`<tr><th scope="row" class="nowrap">${figureName(row.kpi, catalog)}</th><td class="number">${money(row.base)}</td><td class="number strong" title=${`${money(row.lower_bound)} ~ ${money(row.upper_bound)}`}>${money(row.scenario)}</td>
        <td class="number"><${Delta} value=${row.change} write=${money} /></td><td class="number">${row.base ? percent(row.change / Math.abs(row.base), 2) : '–'}</td></tr>`)}
        <tr><th scope="row" class="nowrap">${t('계획의 기대 가치', 'Expected value of the plan')}</th><td class="number">${money(answer.base_value)}</td><td class="number strong">${money(answer.value)}</td><td class="number"><${Delta} value=${answer.value - answer.base_value} write=${money} /></td><td></td></tr></tbody></table></div>
      <p class="card-note">${known(answer.probability) ? t(`가정한 확률 ${percent(answer.probability, 0)} (입력값)`, `Probability as given: ${percent(answer.probability, 0)}`) : t('가정의 확률은 제시하지 않습니다. 알 수 없기 때문입니다.', 'No probability is given for a scenario: nobody knows it.')}</p></section>
    <section class="card flush" aria-label=${t('변화가 가장 큰 곳', 'What changes most')}><header><h2>${t('변화가 가장 큰 곳', 'What changes most')} <span class="quiet">${word(answer.level)}</span></h2><${About} id="scenario" /></header>
      ${answer.changes.length ? html`<${Table} label=${t('변화가 가장 큰 곳', 'What changes most')} columns=${columns(catalog)} rows=${answer.changes} keyOf=${row => row.segment_id + row.kpi + row.horizon} />`
    : html`<${Empty} title=${t('달라지는 예측이 없습니다', 'No forecast changes')}>${t('이 가정에서는 모형의 입력이 같습니다.', 'This scenario changes no input of the models.')}<//>`}</section>
    <div class="grid"><div class="span-6 stack"><${Moved} title=${t('새 알림', 'New alerts')} list=${answer.new_alerts} items=${answer.new_alerts.alerts} /><${Moved} title=${t('없어지는 알림', 'Alerts gone')} list=${answer.gone_alerts} items=${answer.gone_alerts.alerts} /></div>
      <div class="span-6 stack"><${Moved} title=${t('새로 들어온 액션', 'Added actions')} list=${answer.new_actions} items=${answer.new_actions.actions} /><${Moved} title=${t('빠진 액션', 'Dropped actions')} list=${answer.dropped_actions} items=${answer.dropped_actions.actions} /></div></div></div>`;
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

function Moved({ title, list, items }) {
  const catalog = useCatalog();
  return html`<section class="card" aria-label=${title}><header><h2>${title} <span class="quiet">${count(list.count)}</span></h2><${About} id="scenario_moved" /></header>
  ${items.length ? html`<ul class="events">${items.slice(0, 8).map(item => html`<li><span class="nowrap">${item.title ? label(item.title) : html`${word(item.alert_type)} <span class="quiet">${figureName(item.kpi, catalog)}</span>`}</span><span><${SegmentLink} id=${item.segment_id} level=${item.level ?? 'segment'} /></span></li>`)}</ul>` : html`<p class="quiet">${t('없음', 'None')}</p>`}</section>`;
}

// The conditions of a scenario as sliders, and the question that they make.
import { html, useState } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { useCatalog } from '../lib/catalog.js';
import { percent } from '../lib/format.js';
import { figureName, word } from '../lib/words.js';
import { About } from '../ui/about.js';

const MOST = 50;
const SERIES_MOST = 20;
const AT_FIRST = -20;

/** The sliders as a question left them; a path over several months has no slider and counts as no change. */
function settings(asked, catalog, dimension, rates) {
  const shock = asked?.shocks?.[0];
  return {
    shock: { kpi: shock?.kpi ?? catalog.kpis[0].id, group: shock?.where?.[dimension.id] ?? '', change: asked ? Math.round(100 * (shock?.change ?? 0)) : AT_FIRST },
    series: Object.fromEntries(Object.entries(asked?.covariates ?? {}).map(([id, { change }]) => [id, Math.round(100 * (change ?? 0))])),
    margins: Object.fromEntries(rates.filter(one => asked?.assumptions?.[one.id] !== undefined).map(one => [one.id, asked.assumptions[one.id] / one.value])),
    level: asked?.level ?? dimension.id,
  };
}

/** `asked` is the body of an earlier question, to begin with; `send` gets the body of this one. */
export function Form({ inputs, asked, busy, send }) {
  const catalog = useCatalog();
  const dimension = catalog.dimensions[0];
  const rates = inputs.assumptions.filter(one => one.id.endsWith('margin'));
  const [{ shock, series, margins, level }, setAll] = useState(() => settings(asked, catalog, dimension, rates));
  const set = changes => setAll(old => ({ ...old, ...changes }));
  const moved = Object.entries(series).filter(([, change]) => change !== 0);
  const name = () => [
    shock.change !== 0 && `${figureName(shock.kpi, catalog)} ${signed(shock.change)} ${shock.group || word('bank')}`,
    ...moved.map(([id, change]) => `${label(inputs.covariates.find(one => one.id === id).label)} ${signed(change)}`),
    ...Object.entries(margins).filter(([, factor]) => factor !== 1).map(([id, factor]) => `${label(rates.find(one => one.id === id).label)} ×${factor}`),
  ].filter(Boolean).join(', ').slice(0, 100) || t('바뀌는 조건 없음', 'Nothing changed');
  const submit = event => {
    event.preventDefault();
    send({
      name: name(),
      level,
      covariates: Object.fromEntries(moved.map(([id, change]) => [id, { change: change / 100 }])),
      shocks: shock.change === 0 ? [] : [{ kpi: shock.kpi, change: shock.change / 100, where: shock.group ? { [dimension.id]: shock.group } : {} }],
      assumptions: Object.fromEntries(Object.entries(margins).map(([id, factor]) => [id, rates.find(one => one.id === id).value * factor])),
    });
  };
  return html`<section class="card" aria-label=${t('바뀌는 조건', 'What to change')}>
      <header><h2>${t('바뀌는 조건', 'What to change')}</h2><${About} id="scenario" /></header>
      <form onSubmit=${submit}>
        <div class="pair"><label><span class="unseen">KPI</span><select value=${shock.kpi} onChange=${event => set({ shock: { ...shock, kpi: event.currentTarget.value } })}>
          ${catalog.kpis.map(kpi => html`<option value=${kpi.id} selected=${kpi.id === shock.kpi}>${figureName(kpi.id, catalog)}</option>`)}</select></label>
          <label><span class="unseen">${label(dimension.label)}</span><select value=${shock.group} onChange=${event => set({ shock: { ...shock, group: event.currentTarget.value } })}>
          <option value="">${word('bank')}</option>${catalog[dimension.id].map(({ value }) => html`<option value=${value} selected=${value === shock.group}>${value}</option>`)}</select></label></div>
        <${Slider} name="shock" title=${t('이번 달 수치', 'This month’s figure')} most=${MOST} value=${shock.change} set=${change => set({ shock: { ...shock, change } })} />
        ${inputs.covariates.map(one => html`<${Slider} name=${one.id} title=${label(one.label)} most=${SERIES_MOST} value=${series[one.id] ?? 0} set=${change => set({ series: { ...series, [one.id]: change } })}
          note=${one.used_for.length ? t(`${one.used_for.map(id => figureName(id, catalog)).join(', ')}에 쓰입니다`, `used for ${one.used_for.map(id => figureName(id, catalog)).join(', ')}`) : t('어느 모형도 쓰지 않습니다: 영향 없음', 'no model uses it: no effect')} />`)}
        ${rates.map(one => html`<label class="slider"><span>${label(one.label)}</span><input type="range" min="0" max="2" step="0.1" name=${one.id} value=${margins[one.id] ?? 1}
          onInput=${event => set({ margins: { ...margins, [one.id]: Number(event.currentTarget.value) } })} /><span class="number">${percent(one.value * (margins[one.id] ?? 1), 2)}</span></label>`)}
        <label class="slider"><span>${t('비교 수준', 'Compare by')}</span><select value=${level} onChange=${event => set({ level: event.currentTarget.value })}>${catalog.levels.map(id => html`<option value=${id} selected=${id === level}>${word(id)}</option>`)}</select><span></span></label>
        <div class="buttons"><button class="button primary" disabled=${busy}>${busy ? t('계산 중…', 'Running…') : t('계산', 'Run')}</button>
          <button type="button" class="button" onClick=${() => set({ shock: { ...shock, change: 0 }, series: {}, margins: {} })}>${t('되돌리기', 'Reset')}</button></div>
      </form></section>`;
}

const signed = change => `${change > 0 ? '+' : '−'}${Math.abs(change)}%`;

const Slider = ({ name, title, most, value, set, note }) => html`<label class="slider"><span>${title}${note && html`<br /><small class="quiet">${note}</small>`}</span>
  <input type="range" min=${-most} max=${most} step="1" name=${name} value=${value} onInput=${event => set(Number(event.currentTarget.value))} />
  <span class="number">${value > 0 ? '+' : ''}${percent(value / 100, 0)}</span></label>`;

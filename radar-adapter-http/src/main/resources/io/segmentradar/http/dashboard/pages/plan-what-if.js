// What if a role had more or fewer hours? The server plans again; nothing is stored.
import { html, useState } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { ask } from '../lib/api.js';
import { count, decimal, money, percent } from '../lib/format.js';
import { keyValues, word } from '../lib/words.js';
import { About } from '../ui/about.js';
import { Delta, SegmentLink } from '../ui/marks.js';

const MOST = 2;
const STEP = 0.25;
const SHOWN = 5;

/** [{role, hours}] of the roles whose hours are limited. */
function roles(limits) {
  const sums = new Map();
  limits.filter(limit => limit.kind === 'HOURS' && limit.limit !== null).forEach(limit => {
    const [role] = keyValues(limit.of);
    sums.set(role, (sums.get(role) ?? 0) + limit.limit);
  });
  return [...sums].map(([role, hours]) => ({ role, hours }));
}

export function WhatIf({ limits }) {
  const [factors, setFactors] = useState({});
  const [answer, setAnswer] = useState(null);
  const [trouble, setTrouble] = useState(null);
  const [busy, setBusy] = useState(false);
  const list = roles(limits);
  const set = (role, factor) => setFactors(old => ({ ...old, [role]: factor }));
  const send = async event => {
    event.preventDefault();
    setBusy(true);
    setTrouble(null);
    try {
      setAnswer(await ask('/api/plan/', { hours: factors }));
    } catch (error) {
      setTrouble(error.message);
    } finally {
      setBusy(false);
    }
  };
  if (!list.length) {
    return null;
  }
  return html`<section class="card" aria-label=${t('가용 시간을 바꾸면', 'What if hours change')}><header><h2>${t('가용 시간을 바꾸면?', 'What if hours change?')}</h2><${About} id="capacity" /><span class="tag assumed">${t('가정', 'Assumed')}</span></header>
    <form onSubmit=${send}>
      ${list.map(({ role, hours }) => html`<label class="slider"><span>${word(role)}</span>
        <input type="range" min="0" max=${MOST} step=${STEP} value=${factors[role] ?? 1} name=${role}
          onInput=${event => set(role, Number(event.currentTarget.value))} />
        <span class="number">${decimal(hours * (factors[role] ?? 1), 0)}${t('시간', ' h')} <span class="quiet">(×${factors[role] ?? 1})</span></span></label>`)}
      <div class="buttons"><button class="button primary" disabled=${busy}>${busy ? t('계획 중…', 'Planning…') : t('다시 계획', 'Plan again')}</button>
        <button type="button" class="button" onClick=${() => { setFactors({}); setAnswer(null); }}>${t('되돌리기', 'Reset')}</button></div>
    </form>
    ${trouble && html`<p class="state bad" role="alert">${trouble}</p>`}
    ${answer && html`<${Compared} answer=${answer} />`}
  </section>`;
}

function Compared({ answer }) {
  const { now, then } = answer;
  return html`<div aria-live="polite"><table class="plain"><thead><tr><th></th><th class="number">${t('지금', 'Now')}</th><th class="number">${t('바꾸면', 'Then')}</th><th class="number">${t('변화', 'Change')}</th></tr></thead>
    <tbody><tr><th scope="row">${t('기대 가치', 'Expected value')}</th><td class="number">${money(now.expected_value)}</td><td class="number strong">${money(then.expected_value)}</td>
        <td class="number"><${Delta} value=${then.expected_value - now.expected_value} write=${money} /></td></tr>
      <tr><th scope="row">${t('계획 건수', 'Planned')}</th><td class="number">${count(now.planned)}</td><td class="number strong">${count(then.planned)}</td><td class="number"><${Delta} value=${then.planned - now.planned} write=${count} /></td></tr>
      <tr><th scope="row">${t('최선과의 차이', 'Gap to the best')}</th><td class="number">${percent(now.gap, 2)}</td><td class="number">${percent(then.gap, 2)}</td><td></td></tr></tbody></table>
    <${Moved} title=${t('새로 들어온 액션', 'Added')} list=${answer.added} /><${Moved} title=${t('빠진 액션', 'Dropped')} list=${answer.dropped} />
    <p class="card-note">${t('두 계획 모두 외부 시계열과 과거 액션 없이 같은 방법으로 다시 계산했으며 저장하지 않습니다.', 'Both plans are made in the same way, without outside series and past actions; nothing is stored.')}</p></div>`;
}

const Moved = ({ title, list }) => list.count > 0 && html`<h3 class="gap">${title} <span class="quiet">${count(list.count)} · ${money(list.value)}</span></h3>
  <ul class="events">${list.actions.slice(0, SHOWN).map(action => html`<li><span class="nowrap">${word(action.owner)}</span><span><${SegmentLink} id=${action.segment_id} /> <span class="quiet">${label(action.title)}</span></span></li>`)}</ul>`;

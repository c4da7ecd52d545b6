// An action beside the list: reason, worth by factor, why or why not, and what came of it.
import { html, useState } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { post } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { moment } from '../lib/format.js';
import { href, Link } from '../lib/router.js';
import { OUTCOMES, segmentName, word } from '../lib/words.js';
import { ActionCard } from '../ui/actioncard.js';
import { About } from '../ui/about.js';
import { Money } from '../ui/marks.js';
import { Panel } from '../ui/panel.js';
import { say } from '../ui/toast.js';

export function ActionPanel({ action, close, next }) {
  const catalog = useCatalog();
  return html`<${Panel} id=${action.action_id} title=${segmentName(action.segment_id, catalog.dimensions)} close=${close}
    tools=${html`<button class="button small" type="button" onClick=${next}>${t('다음', 'Next')} <kbd>j</kbd></button>
      <${Link} to=${href('/segment', { id: action.segment_id })} class="button small">${t('자세히', 'Open')} →<//>`}>
    <${ActionCard} action=${action} />
    <section><h3>${t('순위의 근거', 'Why this rank')} <${About} id="action_rank" /></h3><p class="quiet small">${t('점수 = 기대 가치 × 긴급도 × 관계 × 은행 가중치', 'Score = value × urgency × relationship × lever')}</p>
      <p>${[action.urgency_weight, action.relationship_weight, action.lever].map(weight => weight ?? '–').join(' × ')} → ${t('순위', 'rank')} ${action.rank}</p></section>
    <section><h3>${t('결과 입력', 'Outcome')}</h3><${OutcomeForm} key=${action.action_id + (action.outcome?.at ?? '')} action=${action} unit=${label(catalog.unit.label)} /></section>
  <//>`;
}

function OutcomeForm({ action, unit }) {
  const kept = action.outcome;
  const [status, setStatus] = useState(kept?.status ?? '');
  const [amount, setAmount] = useState(kept?.amount ?? '');
  const [note, setNote] = useState('');
  const [trouble, setTrouble] = useState(null);
  const send = async event => {
    event.preventDefault();
    try {
      await post(`/api/actions/${encodeURIComponent(action.action_id)}/outcome`, { status, ...(amount === '' ? {} : { amount: Number(amount) }), ...(note.trim() ? { note: note.trim() } : {}) });
      say(t('결과를 저장했습니다', 'Outcome saved'));
    } catch (error) {
      setTrouble(error.message);
    }
  };
  return html`<form class="form-grid" onSubmit=${send}>
    ${kept && html`<p class="wide">${word(kept.status)}${kept.amount !== null && kept.amount !== undefined ? html` · <${Money} value=${kept.amount} />` : ''} <span class="quiet">${moment(kept.at)} ${kept.actor}</span></p>`}
    <label class="field"><span>${t('결과', 'Result')}</span><select required value=${status} onChange=${event => setStatus(event.currentTarget.value)}><option value="">–</option>${OUTCOMES.map(o => html`<option value=${o}>${word(o)}</option>`)}</select></label>
    <label class="field"><span>${t('금액', 'Amount')} (${unit})</span><input type="number" step="any" value=${amount} onInput=${event => setAmount(event.currentTarget.value)} /></label>
    <label class="field wide"><span>${t('메모', 'Note')}</span><textarea value=${note} maxlength="4000" onInput=${event => setNote(event.currentTarget.value)}></textarea></label>
    ${trouble && html`<p class="state bad wide" role="alert">${trouble}</p>`}
    <div class="buttons wide"><button class="button primary" disabled=${!status}>${t('결과 저장', 'Save outcome')}</button></div></form>`;
}

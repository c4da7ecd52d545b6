// Work on an alert: take it on, comment, settle it with a cause. A change somebody else made first is shown, nothing is lost.
import { html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { post } from '../lib/api.js';
import { moment } from '../lib/format.js';
import { user } from '../lib/user.js';
import { useStore } from '../lib/store.js';
import { CAUSES, word } from '../lib/words.js';
import { Status } from '../ui/marks.js';
import { say } from '../ui/toast.js';

/** Sends a change of a case; `version` is the one the writer saw. */
export const changeCase = (alert, change) =>
  post(`/api/alerts/${encodeURIComponent(alert.alert_id)}/case`, { version: alert.case.version, ...change });

const FOLLOWS = {
  NEW: ['ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED', 'DISMISSED'],
  ACKNOWLEDGED: ['IN_PROGRESS', 'RESOLVED', 'DISMISSED'],
  IN_PROGRESS: ['RESOLVED', 'DISMISSED'],
  RESOLVED: ['IN_PROGRESS'],
  DISMISSED: ['IN_PROGRESS'],
};
const VERB = {
  ACKNOWLEDGED: () => t('확인', 'Acknowledge'), IN_PROGRESS: () => t('처리 시작', 'Start work'),
  RESOLVED: () => t('해결', 'Resolve'), DISMISSED: () => t('제외', 'Dismiss'),
};

export function CaseForm({ alert }) {
  const me = useStore(user);
  const kept = alert.case;
  const [assignee, setAssignee] = useState(kept.assignee ?? '');
  const [due, setDue] = useState(kept.due_date ?? '');
  const [note, setNote] = useState('');
  const [cause, setCause] = useState(kept.cause ?? '');
  const [trouble, setTrouble] = useState(null);
  const [busy, setBusy] = useState(false);

  const send = async status => {
    if (status === 'DISMISSED' && !cause) {
      setTrouble(t('제외하려면 사유를 고르세요.', 'Choose a cause to dismiss it.'));
      return;
    }
    setBusy(true);
    try {
      await changeCase(alert, {
        ...(status ? { status } : {}),
        ...(status === 'DISMISSED' || (status === 'RESOLVED' && cause) ? { cause } : {}),
        assignee: assignee || (status && me ? me : ''),
        ...(due ? { due_date: due } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
      });
      setNote('');
      setTrouble(null);
      say(status ? t(`${word(status)} 처리했습니다`, `Now ${word(status).toLowerCase()}`) : t('저장했습니다', 'Saved'));
    } catch (error) {
      setTrouble(error.status === 409 && error.body.current
        ? t(`다른 사람이 먼저 바꿨습니다 (${word(error.body.current.status)}, ${error.body.current.changed_by ?? ''}). 새로 고침 후 다시 하세요. 적은 내용은 그대로 있습니다.`,
          `Somebody was faster (${word(error.body.current.status)}, ${error.body.current.changed_by ?? ''}). Reload and try again; what you typed is still here.`)
        : error.message);
    } finally {
      setBusy(false);
    }
  };

  return html`<form class="form-grid" onSubmit=${event => { event.preventDefault(); send(null); }}>
    <div class="wide"><${Status} value=${kept.status} />${kept.cause && html` · ${word(kept.cause)}`}${kept.assignee && html` · ${kept.assignee}`}${kept.due_date && html` · ${t(`${kept.due_date}까지`, `by ${kept.due_date}`)}`}</div>
    <label class="field"><span>${t('담당자', 'Assignee')}</span><input type="text" value=${assignee} maxlength="200" placeholder=${me} onInput=${event => setAssignee(event.currentTarget.value)} /></label>
    <label class="field"><span>${t('기한', 'Due')}</span><input type="date" value=${due} onInput=${event => setDue(event.currentTarget.value)} /></label>
    <label class="field"><span>${t('사유 (제외·해결)', 'Cause (to settle)')}</span><select value=${cause} onChange=${event => setCause(event.currentTarget.value)}>
      <option value="">–</option>${CAUSES.map(c => html`<option value=${c}>${word(c)}</option>`)}</select></label>
    <label class="field wide"><span>${t('메모', 'Note')}</span><textarea value=${note} maxlength="4000" onInput=${event => setNote(event.currentTarget.value)}></textarea></label>
    ${trouble && html`<p class="state bad wide" role="alert">${trouble}</p>`}
    <div class="buttons wide">${FOLLOWS[kept.status].map((status, i) => html`<button type="button" class=${'button' + (i === 0 ? ' primary' : '')} disabled=${busy} onClick=${() => send(status)}>${VERB[status]()}</button>`)}
      <button class="button" disabled=${busy}>${t('저장', 'Save')}</button></div>
  </form>`;
}

export function CaseHistory({ events }) {
  return html`<ol class="events">${[...events].reverse().map(event => html`<li><span class="quiet">${moment(event.changed_at)}</span>
    <span><${Status} value=${event.status} />${event.cause && html` · ${word(event.cause)}`}${event.assignee && html` · ${event.assignee}`} <span class="quiet">${event.changed_by}</span>
      ${event.note && html`<br />${event.note}`}</span></li>`)}</ol>`;
}


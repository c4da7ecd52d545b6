// One change for all selected alerts; what could not be changed is said and stays selected by nobody.
import { html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { user } from '../lib/user.js';
import { CAUSES, word } from '../lib/words.js';
import { say } from '../ui/toast.js';
import { changeCase } from './case.js';

export function Bulk({ alerts, done }) {
  const [cause, setCause] = useState('');
  const [assignee, setAssignee] = useState(user.get());
  const [busy, setBusy] = useState(false);
  const all = async change => {
    setBusy(true);
    const results = await Promise.allSettled(alerts.map(alert => changeCase(alert, change)));
    const failed = results.filter(result => result.status === 'rejected');
    say(failed.length === 0 ? t(`${alerts.length}건 처리했습니다`, `${alerts.length} changed`)
      : t(`${results.length - failed.length}건 처리, ${failed.length}건 실패: ${failed[0].reason.message}`, `${results.length - failed.length} changed, ${failed.length} not: ${failed[0].reason.message}`));
    setBusy(false);
    done();
  };
  return html`<div class="bulk" role="toolbar" aria-label=${t('선택한 알림', 'Selected alerts')}>
    <strong>${t(`${alerts.length}건 선택`, `${alerts.length} selected`)}</strong>
    <button class="button" disabled=${busy} onClick=${() => all({ status: 'ACKNOWLEDGED' })}>${t('확인', 'Acknowledge')}</button>
    <label><span class="unseen">${t('담당자', 'Assignee')}</span><input type="text" value=${assignee} placeholder=${t('담당자', 'Assignee')} onInput=${event => setAssignee(event.currentTarget.value)} /></label>
    <button class="button" disabled=${busy || !assignee.trim()} onClick=${() => all({ assignee: assignee.trim() })}>${t('담당 지정', 'Assign')}</button>
    <label><span class="unseen">${t('제외 사유', 'Cause')}</span><select value=${cause} onChange=${event => setCause(event.currentTarget.value)}>
      <option value="">${t('제외 사유…', 'Cause…')}</option>${CAUSES.map(c => html`<option value=${c}>${word(c)}</option>`)}</select></label>
    <button class="button" disabled=${busy || !cause} onClick=${() => all({ status: 'DISMISSED', cause })}>${t('제외', 'Dismiss')}</button>
    <button class="button" onClick=${done}>${t('선택 풀기', 'Clear')}</button>
  </div>`;
}

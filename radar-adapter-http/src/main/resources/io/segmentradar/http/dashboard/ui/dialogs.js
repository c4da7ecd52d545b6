// Windows of the frame: keys, who is working, sign in.
import { html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { hasKey, signIn } from '../lib/api.js';
import { user } from '../lib/user.js';

export function Dialog({ title, close, children }) {
  const box = useRef();
  useEffect(() => {
    box.current.showModal();
  }, []);
  return html`<dialog ref=${box} aria-label=${title} onCancel=${close} onClose=${close}><h2>${title}</h2>${children}</dialog>`;
}

const KEYS = () => [
  ['/', t('검색', 'Search')],
  ['g o · s · w · f · a · c · r', t('쪽 이동', 'Go to a page')],
  ['j · k', t('다음·이전 행', 'Next or previous row')],
  ['Enter', t('행 열기', 'Open the row')],
  ['x', t('행 선택', 'Select the row')],
  ['e', t('알림 확인 처리', 'Acknowledge the alert')],
  ['Esc', t('닫기', 'Close')],
];

export function KeyHelp({ close }) {
  return html`<${Dialog} title=${t('단축키', 'Keys')} close=${close}>
    <dl>${KEYS().map(([key, meaning]) => html`<dt><kbd>${key}</kbd></dt><dd>${meaning}</dd>`)}</dl>
    <div class="row"><button class="button" onClick=${close}>${t('닫기', 'Close')}</button></div>
  <//>`;
}

export function WhoAmI({ close }) {
  const [name, setName] = useState(user.get());
  const keep = event => {
    event.preventDefault();
    user.set(name.trim());
    close();
  };
  return html`<${Dialog} title=${t('담당자', 'User')} close=${close}>
    <form onSubmit=${keep} class="stack">
      <label class="field"><span>${t('이름', 'Name')}</span><input type="text" value=${name} maxlength="60" onInput=${event => setName(event.currentTarget.value)} /></label>
      <p class="quiet small">${t('알림을 맡을 때 쓰는 이름이며 이 브라우저에만 저장됩니다.', 'Used when you take on an alert; kept in this browser only.')}</p>
      <div class="row"><button type="button" class="button" onClick=${close}>${t('취소', 'Cancel')}</button><button class="button primary">${t('저장', 'Save')}</button></div>
    </form><//>`;
}

export function SignIn() {
  const [key, setKey] = useState('');
  const enter = event => {
    event.preventDefault();
    signIn(key.trim());
  };
  return html`<${Dialog} title=${t('로그인', 'Sign in')} close=${() => {}}>
    <form onSubmit=${enter} class="stack">
      <label class="field"><span>${t('API 키 또는 토큰', 'API key or token')}</span><input type="password" autocomplete="current-password" value=${key} onInput=${event => setKey(event.currentTarget.value)} /></label>
      ${hasKey() && html`<p class="state bad" role="alert">${t('이 키는 맞지 않습니다. 관리자에게 확인하세요.', 'This key is not accepted. Ask your administrator.')}</p>`}
      <p class="quiet small">${t('키는 이 창을 닫을 때까지만 보관됩니다.', 'The key is kept until this window is closed.')}</p>
      <div class="row"><button class="button primary">${t('로그인', 'Sign in')}</button></div>
    </form><//>`;
}

// Rail, top bar and what every page shares: search, run, language, light, keys.
import { html, useState } from '../lib/html.js';
import { language, t } from '../lib/i18n.js';
import { theme, toggleTheme } from '../lib/theme.js';
import { useStore } from '../lib/store.js';
import { month, moment } from '../lib/format.js';
import { needsKey, useApi } from '../lib/api.js';
import { go, href, Link, place, useQuery } from '../lib/router.js';
import { useKeys } from '../lib/keys.js';
import { user } from '../lib/user.js';
import { Icon } from './icons.js';
import { Search } from './search.js';
import { KeyHelp, SignIn, WhoAmI } from './dialogs.js';
import { Toast } from './toast.js';

export function Frame({ pages, page, overview, children }) {
  const [dialog, setDialog] = useState(null);
  const [going, setGoing] = useState(false);
  const locked = useStore(needsKey);
  useStore(user);
  const shade = useStore(theme);
  useStore(place);
  const jumps = Object.fromEntries(pages.filter(p => p.key).map(p => [p.key, () => {
    setGoing(false);
    go(href(p.path));
  }]));
  useKeys({ ...jumps, Escape: () => { setGoing(false); return false; } }, going);
  useKeys({
    g: () => { setGoing(true); setTimeout(() => setGoing(false), 1500); },
    '?': () => setDialog('keys'),
    '/': () => document.getElementById('search')?.focus(),
  }, !going);

  return html`<a class="skip" href="#main">${t('본문으로', 'Skip to content')}</a>
  <div class="frame">
    <nav class="rail" aria-label=${t('주 메뉴', 'Main menu')}>
      <${Link} to=${href('/')} class="brand"><img src="/assets/icon.svg" alt="" width="22" height="22" />Segment Radar<//>
      <ul>${pages.filter(p => p.icon).map(p => html`<li key=${p.path}><${Link} to=${href(p.path)}
        aria-current=${page === p || (page?.path === '/segment' && p.path === '/segments') ? 'page' : undefined}><${Icon} name=${p.icon} />${p.name()}<//></li>`)}</ul>
      <div class="rail-foot">
        ${overview && html`<div>${t('기준월', 'Month')} ${month(overview.month)}</div>`}
        <button type="button" onClick=${() => setDialog('keys')}>${t('단축키', 'Keys')} ?</button>
      </div>
    </nav>
    <div class="bar">
      <${RunChoice} overview=${overview} />
      <span class="spacer"></span>
      <${Search} />
      <button class="tool word" type="button" onClick=${() => language.set(language.get() === 'ko' ? 'en' : 'ko')}
        aria-label=${t('Switch to English', '한국어로 바꾸기')} lang=${t('en', 'ko')}>${t('EN', '한')}</button>
      <button class="tool" type="button" onClick=${toggleTheme} title=${shade === 'dark' ? t('밝게', 'Light') : t('어둡게', 'Dark')}
        aria-label=${shade === 'dark' ? t('밝은 화면', 'Light theme') : t('어두운 화면', 'Dark theme')}><${Icon} name=${shade === 'dark' ? 'sun' : 'moon'} /></button>
      <button class="tool word" type="button" onClick=${() => setDialog('user')} title=${t('담당자', 'User')}
        aria-label=${t('담당자 이름', 'Your name')}><span style=${{ display: 'inline-flex', gap: '4px', alignItems: 'center' }}><${Icon} name="user" /><span class="hide-narrow">${user.get()}</span></span></button>
    </div>
    <main id="main" tabindex="-1">${children}</main>
  </div>
  ${dialog === 'keys' && html`<${KeyHelp} close=${() => setDialog(null)} />`}
  ${dialog === 'user' && html`<${WhoAmI} close=${() => setDialog(null)} />`}
  ${locked && html`<${SignIn} />`}
  <${Toast} />`;
}

/** Month and run in one choice; the newest run of each month first. Says so when an old run is on screen. */
function RunChoice({ overview }) {
  const [read, write] = useQuery();
  const runs = useApi('/api/runs/', { run: null });
  const list = runs.data?.runs ?? [];
  const shown = overview?.run_id;
  const old = list.length > 0 && shown && list[0].run_id !== shown;
  const many = list.some((run, i) => list.findIndex(other => other.as_of === run.as_of) !== i);
  return html`<label><span class="unseen">${t('기준월과 실행', 'Month and run')}</span>
      <select value=${read('run') || list[0]?.run_id || ''} onChange=${event => write({ run: event.currentTarget.value === list[0]?.run_id ? null : event.currentTarget.value })}>
        ${list.map(run => html`<option value=${run.run_id}>${month(run.as_of)}${many ? ` · ${moment(run.created_at)}` : ''}</option>`)}
      </select></label>
    ${old && html`<span class="stale-note">${t('지난 실행을 보고 있습니다', 'An earlier run is shown')}</span>`}`;
}

// A scenario while it is being made: the server works on beside the page, which asks how far it is.
import { html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { fresh } from '../lib/api.js';
import { count, percent } from '../lib/format.js';
import { About } from '../ui/about.js';

const EVERY = 1000;
const SELDOM = 4000;
const JOBS = '/api/scenarios/jobs/';

export const running = job => job?.status === 'RUNNING';

/** {job, trouble, follow}: the job of this id, asked for until it is made; `follow(job)` takes one that was just begun. */
export function useJob(id) {
  const [{ job, trouble }, set] = useState({ job: null, trouble: null });
  const mine = job?.id === id ? job : null;
  useEffect(() => {
    if (!id || (mine && !running(mine))) {
      return undefined;
    }
    let wanted = true;
    let timer = null;
    const look = () => fresh(JOBS + id + '/').then(
      next => wanted && set({ job: next, trouble: null }),
      error => {
        if (wanted) {
          set(old => ({ job: old.job, trouble: error }));
          timer = error.status ? null : setTimeout(look, SELDOM);
        }
      },
    );
    timer = setTimeout(look, mine ? EVERY : 0);
    return () => { wanted = false; clearTimeout(timer); };
  }, [id, job]);
  return { job: mine, trouble: id ? trouble : null, follow: next => set({ job: next, trouble: null }) };
}

/** The latest scenarios of all readers, newest first; asked again whenever `turn` changes, and while one is made. */
export function useLatest(turn) {
  const [jobs, set] = useState([]);
  useEffect(() => {
    let wanted = true;
    let timer = null;
    const look = () => fresh(JOBS).then(answer => {
      if (wanted) {
        set(answer.jobs);
        timer = answer.jobs.some(running) ? setTimeout(look, SELDOM) : null;
      }
    }, () => wanted && set([]));
    look();
    return () => { wanted = false; clearTimeout(timer); };
  }, [turn]);
  return jobs;
}

const STEPS = {
  BASE_FORECASTS: () => t('기준 예측(모형 준비)', 'Base forecasts (models are prepared)'),
  BASE_ACTIONS: () => t('기준 알림과 액션', 'Base alerts and actions'),
  FORECASTS: () => t('새 조건의 예측', 'Forecasts on changed inputs'),
  ACTIONS: () => t('새 조건의 알림과 액션', 'Alerts and actions on changed inputs'),
};
const ALMOST = 0.97;
const SLOW = 1.2;

export function Progress({ job }) {
  const share = job.usual_seconds ? Math.min(ALMOST, job.seconds / job.usual_seconds) : undefined;
  const step = (STEPS[job.step] ?? STEPS.BASE_FORECASTS)();
  // On a phone the conditions fill the screen: what was begun comes into view.
  const here = useRef(null);
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest' }), []);
  return html`<section class="card" ref=${here} aria-label=${t('계산 중', 'Running')}><header><h2>${t('계산 중', 'Running')} <span class="quiet">${job.name}</span></h2><${About} id="scenario" /></header>
    <progress class="wide" max="1" value=${share} aria-label=${t('진행', 'Progress')}>${share === undefined ? '' : percent(share, 0)}</progress>
    <p role="status"><span class="strong">${step}</span></p>
    <p class="quiet number-line">${t(`${count(Math.round(job.seconds))}초 경과`, `${count(Math.round(job.seconds))} s so far`)}${job.usual_seconds
    ? t(`, 보통 약 ${count(Math.round(job.usual_seconds))}초`, `, usually about ${count(Math.round(job.usual_seconds))} s`) : ''}${job.seconds > SLOW * job.usual_seconds
    ? t('. 다른 작업이 있으면 더 오래 걸립니다', '; it takes longer while the server is busy') : ''}</p>
    <p class="card-note">${t('서버에서 계산합니다. 다른 화면을 보거나 다시 불러와도 계속되고, 결과는 이 주소에 남습니다.', 'The server is at work. It goes on while you look at other pages or reload this one, and the answer stays at this address.')}</p></section>`;
}

// "What if?": other inputs for the models of the run; the answer stands beside the base. Nothing is stored.
import { html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { ask, useApi } from '../lib/api.js';
import { count, moment } from '../lib/format.js';
import { href, Link, useQuery } from '../lib/router.js';
import { About } from '../ui/about.js';
import { PageHead } from '../ui/pagehead.js';
import { Empty, Ready, Skeleton } from '../ui/state.js';
import { Form } from './scenario-form.js';
import { Progress, running, useJob, useLatest } from './scenario-job.js';
import { Compared } from './scenario-result.js';

export function Scenarios() {
  const inputs = useApi('/api/scenarios/');
  return html`<${PageHead} title=${t('조건이 다르면?', 'What if?')}>
      ${t('같은 모형을 다른 입력으로 다시 계산해 기준과 비교합니다. 저장하지 않습니다', 'The same models on changed inputs, beside the base; nothing is stored')}<//>
    <${Ready} answer=${inputs} height=${360}>${data => html`<${Board} inputs=${data} />`}<//>`;
}

function Board({ inputs }) {
  const [read, write] = useQuery();
  const id = read('job');
  const { job, trouble, follow } = useJob(id);
  const latest = useLatest(job?.status ?? id);
  const [begun, setBegun] = useState(null);
  const [refusal, setRefusal] = useState(null);
  useEffect(() => setRefusal(null), [id]);
  const send = async body => {
    setRefusal(null);
    try {
      const next = await ask('/api/scenarios/', body, { Prefer: 'respond-async' });
      setBegun(next.id);
      follow(next);
      write({ job: next.id });
    } catch (error) {
      setRefusal(error);
    }
  };
  // A question that came with the address fills the form; one that was sent from it left it as it is.
  const came = id && id !== begun;
  const waits = came && !job && !trouble;
  const other = latest.find(one => running(one) && one.id !== id);
  return html`<div class="grid board"><div class="span-4">
      ${waits ? html`<${Skeleton} height=${360} />` : html`<${Form} key=${came ? id : 'own'} inputs=${inputs} asked=${came ? job?.request : undefined} busy=${running(job)} send=${send} />`}</div>
    <div class="span-8 stack">
      ${refusal && html`<${Refused} error=${refusal} />`}
      ${!refusal && other && html`<${Other} job=${other} />`}
      ${trouble && html`<${Lost} error=${trouble} />`}
      ${running(job) && html`<${Progress} job=${job} />`}
      ${job?.status === 'FAILED' && html`<p class="state bad" role="alert">${job.problem.detail}</p>`}
      ${job?.status === 'DONE' && html`<${Compared} answer=${job.result} />`}
      ${!id && html`<section class="card" aria-label=${t('결과', 'Result')}><${Empty} title=${t('아직 계산하지 않았습니다', 'Nothing has been run yet')}>${t('조건을 정하고 계산을 누르세요. 처음에는 모형을 준비하느라 몇 분 필요할 수 있습니다.', 'Choose conditions and run. The first answer for a run prepares its models and may take some minutes.')}<//></section>`}
    </div>
    <div class="span-4"><${Latest} jobs=${latest} id=${id} /></div></div>`;
}

/** Somebody else's scenario is being made: which, and where its progress is. */
const Other = ({ job }) => html`<section class="card" role="status" aria-label=${t('다른 시나리오', 'Another scenario')}><header><h2>${t('다른 시나리오를 계산하고 있습니다', 'Another scenario is being made')}</h2><${About} id="scenario" /></header>
  <p>${job.name} · ${t(`${count(Math.round(job.seconds))}초 경과`, `${count(Math.round(job.seconds))} s so far`)}. ${t('한 번에 하나만 계산합니다.', 'They are made one at a time.')}</p>
  <p class="gap"><${Link} class="button small" to=${href('/scenarios', { job: job.id })}>${t('진행 보기', 'See its progress')}<//></p></section>`;

const Refused = ({ error }) => error.body?.job
  ? html`<${Other} job=${error.body.job} />` : html`<p class="state bad" role="alert">${error.message}</p>`;

const Lost = ({ error }) => html`<p class="state bad" role="alert">${error.status === 404
  ? t('이 시나리오의 결과는 남아 있지 않습니다. 서버가 다시 시작되었거나 그 뒤로 열 건 이상 계산했습니다. 다시 계산하세요.', 'The answer to this scenario is gone: the server was restarted, or many were made since. Run it again.')
  : error.message}</p>`;

const Latest = ({ jobs, id }) => jobs.length > 0 && html`<section class="card" aria-label=${t('최근 시나리오', 'Latest scenarios')}><header><h2>${t('최근 시나리오', 'Latest scenarios')}</h2><${About} id="scenario" /></header>
  <ul class="events">${jobs.map(job => html`<li><span class="nowrap quiet">${running(job) ? t('계산 중', 'Running') : job.status === 'FAILED' ? t('실패', 'Failed') : moment(job.started_at)}</span>
    <span>${job.id === id ? html`<span class="strong">${job.name}</span>` : html`<${Link} to=${href('/scenarios', { job: job.id })}>${job.name}<//>`}</span></li>`)}</ul></section>`;

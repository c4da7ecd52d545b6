// Start: the catalogue, then the page of the address inside the frame.
import { html, render, useEffect } from './lib/html.js';
import { language, t } from './lib/i18n.js';
import { useStore } from './lib/store.js';
import { forget, get, useApi } from './lib/api.js';
import { place } from './lib/router.js';
import { setUnit } from './lib/format.js';
import { learnWords } from './lib/words.js';
import { Catalog } from './lib/catalog.js';
import { learnFestivals } from './lib/calendar.js';
import { Failure, Skeleton } from './ui/state.js';
import { Frame } from './ui/frame.js';
import { PAGES, pageOf } from './pages/index.js';
import './lib/theme.js';

const NO_RUN_YET = 503;
const RETRY_MS = 1500;

function App() {
  const { path } = useStore(place);
  const tongue = useStore(language);
  const filters = useApi('/api/filters/');
  const overview = useApi('/api/overview/');
  const page = pageOf(path);
  useEffect(() => {
    document.documentElement.lang = tongue;
    document.title = `${page ? page.name() : t('없는 쪽', 'No such page')} – Segment Radar`;
  }, [tongue, path]);
  const error = filters.error || overview.error;
  const early = error?.status === NO_RUN_YET;
  useEffect(() => {
    const again = early && setTimeout(forget, RETRY_MS);
    return () => clearTimeout(again);
  }, [error]);
  const ready = filters.data && overview.data;
  if (ready) {
    setUnit(filters.data.unit);
    learnFestivals(filters.data.festivals);
    learnWords([...filters.data.owners, ...filters.data.channels, ...filters.data.categories]);
  }
  const catalog = ready ? { ...filters.data, overview: overview.data } : null;
  return html`<${Catalog.Provider} value=${catalog}>
    <${Frame} pages=${PAGES} page=${page} overview=${overview.data}>
      ${early ? html`<div class="state" role="status"><strong>${t('아직 실행이 없습니다', 'There is no run yet')}</strong>${t('서버가 실행을 불러오는 중이면 조금 뒤 보입니다. 저장된 실행이 없으면 radar run으로 만드세요.', 'If the server is still loading it, it shows in a moment. If none is stored, make one with radar run.')}</div>`
    : error ? html`<${Failure} error=${error} retry=${() => location.reload()} />`
    : !ready ? html`<${Skeleton} height=${420} />`
      : page ? html`<${page.view} key=${page.path} />`
        : html`<div class="state"><strong>${t('이 주소에는 쪽이 없습니다', 'There is no page at this address')}</strong></div>`}
    <//>
  <//>`;
}

// Both answers are asked for before the first drawing, side by side.
get('/api/filters/').catch(() => {});
get('/api/overview/').catch(() => {});
render(html`<${App} />`, document.getElementById('app'));

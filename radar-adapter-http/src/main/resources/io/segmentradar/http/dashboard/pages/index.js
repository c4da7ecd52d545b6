// The pages, in the order of the rail. A page without an icon is reached through another.
import { t } from '../lib/i18n.js';
import { Overview } from './overview.js';
import { Segments } from './segments.js';
import { Segment } from './segment.js';
import { Watchlist } from './watchlist.js';
import { Growth } from './growth.js';
import { Actions } from './actions.js';
import { Fx } from './fx.js';
import { Alike } from './alike.js';
import { Accuracy } from './accuracy.js';
import { Monitoring } from './monitoring.js';
import { Scenarios } from './scenarios.js';
import { Runs } from './runs.js';

export const PAGES = [
  { path: '/', key: 'o', icon: 'overview', view: Overview, name: () => t('개요', 'Overview') },
  { path: '/segments', key: 's', icon: 'segments', view: Segments, name: () => t('세그먼트', 'Segments') },
  { path: '/watchlist', key: 'w', icon: 'watchlist', view: Watchlist, name: () => t('워치리스트', 'Watch-list') },
  { path: '/growth', key: 'f', icon: 'growth', view: Growth, name: () => t('성장·예측', 'Forecasts') },
  { path: '/actions', key: 'a', icon: 'actions', view: Actions, name: () => t('추천 액션', 'Actions') },
  { path: '/fx', key: 'x', icon: 'fx', view: Fx, name: () => t('환율', 'FX radar') },
  { path: '/alike', key: 'g', icon: 'alike', view: Alike, name: () => t('유사 세그먼트', 'Alike segments') },
  { path: '/accuracy', key: 'c', icon: 'accuracy', view: Accuracy, name: () => t('정확도', 'Accuracy') },
  { path: '/scenarios', key: 'i', icon: 'scenarios', view: Scenarios, name: () => t('시나리오', 'What if') },
  { path: '/monitoring', key: 'm', icon: 'monitoring', view: Monitoring, name: () => t('모니터링', 'Monitoring') },
  { path: '/runs', key: 'r', icon: 'runs', view: Runs, name: () => t('실행 이력', 'Runs') },
  { path: '/segment', view: Segment, name: () => t('세그먼트', 'Segment') },
];

export const pageOf = path => PAGES.find(page => page.path === (path.length > 1 ? path.replace(/\/$/, '') : path));

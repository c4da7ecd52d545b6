// Reading and writing through the API. Answers are kept by address until something is written.
import { useEffect, useState } from './html.js';
import { store, useStore } from './store.js';
import { t } from './i18n.js';

const answers = new Map();
export const generation = store(0);
export const needsKey = store(false);
const KEY = 'radar.apiKey';

/** Whether a key was given already: asked again, it was refused. */
export const hasKey = () => sessionStorage.getItem(KEY) !== null;

export function signIn(key) {
  sessionStorage.setItem(KEY, key);
  needsKey.set(false);
  forget();
}

function headers(more) {
  const key = sessionStorage.getItem(KEY);
  return { Accept: 'application/json', ...(key ? { Authorization: `Bearer ${key}` } : {}), ...more };
}

export function address(path, params = {}) {
  const query = new URLSearchParams();
  const all = { run: new URLSearchParams(location.search).get('run'), ...params };
  for (const [name, value] of Object.entries(all)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') {
        query.append(name, one);
      }
    }
  }
  const text = query.toString();
  return path + (text ? '?' + text : '');
}

/** What went wrong, in the API's own words where it has any. */
async function failure(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    body = {};
  }
  const error = new Error(body.detail || body.title || `${response.status} ${response.statusText}`);
  error.status = response.status;
  error.body = body;
  return error;
}

async function fetched(url, init) {
  let response;
  try {
    response = await fetch(url, init);
  } catch {
    throw new Error(t('서버에 연결할 수 없습니다. radar serve가 실행 중인지 확인하세요.', 'No answer from the server. Check that radar serve is running.'));
  }
  if (response.status === 401) {
    needsKey.set(true);
  }
  if (!response.ok) {
    throw await failure(response);
  }
  return response;
}

const read = async (url, init) => (await fetched(url, init)).json();

export function get(path, params) {
  const url = address(path, params);
  if (!answers.has(url)) {
    const promise = read(url, { headers: headers() });
    answers.set(url, promise);
    promise.catch(() => answers.delete(url));
  }
  return answers.get(url);
}

/** Reads what changes by itself: asked anew each time, whatever run the page shows. */
export const fresh = path => read(path, { headers: headers() });

/** Asks a question that needs a body; nothing changes by it. */
export const ask = (path, body, more = {}) =>
  read(address(path), { method: 'POST', headers: headers({ 'Content-Type': 'application/json', ...more }), body: JSON.stringify(body) });

/** Writes; everything on screen is read again. */
export async function post(path, body) {
  const answer = await ask(path, body);
  forget();
  return answer;
}

/** A file of the server as an address that the browser can save, with the reader's key. */
export async function file(url) {
  const response = await fetched(url, { headers: headers({ Accept: '*/*' }) });
  return URL.createObjectURL(await response.blob());
}

/** Drops what was read, so that the pages read again. */
export function forget() {
  answers.clear();
  generation.set(generation.get() + 1);
}

/** {data, error, stale}: data stays on screen (stale) while a newer answer is on its way. A null url asks nothing. */
function useAnswer(url, ask) {
  const turn = useStore(generation);
  const [state, set] = useState({ url: null, data: undefined, error: undefined });
  useEffect(() => {
    if (url === null) {
      return undefined;
    }
    let wanted = true;
    ask().then(
      data => wanted && set({ url, data, error: undefined }),
      error => wanted && set({ url, data: undefined, error }),
    );
    return () => { wanted = false; };
  }, [url, turn]);
  return { data: url === null ? undefined : state.data, error: state.url === url ? state.error : undefined, stale: state.url !== url };
}

const urlOf = (path, params) => (path === null ? null : address(path, params));

export const useApi = (path, params = {}) => useAnswer(urlOf(path, params), () => get(path, params));

const PART = 200;
const MOST = 4000;

/** Everything of a list, part after part, as one answer. `part(n)` are the parameters of the n-th, from 0. */
async function whole(path, params, name, part) {
  const first = await get(path, { ...params, ...part(0) });
  const parts = Math.ceil(Math.min(first.total_count, MOST) / PART);
  const rest = await Promise.all(Array.from({ length: Math.max(0, parts - 1) }, (_, i) => get(path, { ...params, ...part(i + 1) })));
  return { ...first, [name]: [first, ...rest].flatMap(one => one[name]) };
}

/** The rows of all pages of a list that has pages. */
export const useAll = (path, params, name) =>
  useAnswer(urlOf(path, params), () => whole(path, params, name, n => ({ page: n + 1, page_size: PART })).then(answer => answer[name]));

/** The answer of a list that has a limit, with all its rows. */
export const useWhole = (path, params, name) =>
  useAnswer(urlOf(path, params), () => whole(path, params, name, n => ({ limit: PART, offset: n * PART })));

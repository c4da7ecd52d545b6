// A chart card: drawing, table of the same numbers, picture and CSV. Charts follow theme, language and font.
import { html, useEffect, useRef, useState } from '../lib/html.js';
import { t, language } from '../lib/i18n.js';
import { theme } from '../lib/theme.js';
import { useStore } from '../lib/store.js';
import { save, saveCsv } from '../lib/export.js';
import { init } from '../vendor/echarts-6.1.0.js';
import { About } from './about.js';
import { Icon } from './icons.js';

const FONT = '"Radar Sans", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';

/** The colours in force, by token name. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  return name => style.getPropertyValue('--' + name).trim();
}

/** The drawing alone. `draw(color)` gives an ECharts option; `onPick(event)` hears clicks on marks. */
export function Drawing({ draw, height = 280, label, onPick, chartRef, watch }) {
  const box = useRef();
  const chart = useRef();
  const shade = useStore(theme);
  useStore(language);
  useEffect(() => {
    chart.current = init(box.current, null, { renderer: 'canvas', devicePixelRatio: Math.max(2, window.devicePixelRatio || 1) });
    if (chartRef) {
      chartRef.current = chart.current;
    }
    const resize = new ResizeObserver(() => chart.current.resize());
    resize.observe(box.current);
    const fonts = () => chart.current && !chart.current.isDisposed() && chart.current.resize();
    document.fonts?.ready.then(fonts);
    // The theme has been turned to that of paper, or back, by then.
    const anew = () => { chart.current.resize(); redraw.current(); };
    addEventListener('beforeprint', anew);
    addEventListener('afterprint', anew);
    return () => {
      removeEventListener('beforeprint', anew);
      removeEventListener('afterprint', anew);
      resize.disconnect();
      chart.current.dispose();
    };
  }, []);
  const redraw = useRef();
  redraw.current = () => {
    const color = palette();
    const option = draw(color);
    chart.current.setOption({
      animation: false,
      ...option,
      textStyle: { fontFamily: FONT, fontSize: 11, color: color('muted') },
      tooltip: option.tooltip && {
        confine: true, transitionDuration: 0, padding: [8, 10], backgroundColor: color('raised'), borderColor: color('line-strong'), borderWidth: 1,
        textStyle: { fontFamily: FONT, fontSize: 12, color: color('text') }, extraCssText: 'box-shadow:none', ...option.tooltip,
      },
    }, { notMerge: true });
  };
  useEffect(() => redraw.current(), [shade, language.get(), watch, height]);
  useEffect(() => {
    if (!onPick) {
      return undefined;
    }
    chart.current.on('click', onPick);
    return () => chart.current.off?.('click', onPick);
  }, [onPick]);
  return html`<div ref=${box} class="drawing" role="img" aria-label=${label} style=${{ height: height + 'px', width: '100%' }}></div>`;
}

/** `table`: {head: [text], rows: [[value]], shown: [[text]]}; shown may be absent. `watch` changes when the data does. */
export function ChartCard({ title, about, note, tools, draw, table, height, file, onPick, watch, className = '' }) {
  const [asTable, setAsTable] = useState(false);
  const chart = useRef();
  const picture = () => save(file + '.png', chart.current.getDataURL({ pixelRatio: 2, backgroundColor: palette()('surface') }));
  return html`<section class=${'card ' + className} aria-label=${title}>
    <header>
      <h2>${title}</h2>${about && html`<${About} id=${about} name=${title} />`}
      <div class="tools">
        ${tools}
        <button class="tool" type="button" aria-pressed=${asTable} onClick=${() => setAsTable(!asTable)}
          title=${t('표로 보기', 'Show as table')} aria-label=${t('표로 보기', 'Show as table')}><${Icon} name=${asTable ? 'chart' : 'table'} /></button>
        ${!asTable && html`<button class="tool hide-narrow" type="button" onClick=${picture} title=${t('PNG 저장', 'Save as PNG')}
          aria-label=${t('PNG 저장', 'Save as PNG')}><${Icon} name="picture" /></button>`}
        <button class="tool hide-narrow" type="button" onClick=${() => saveCsv(file, table.head, table.rows)} title=${t('CSV 저장', 'Save as CSV')}
          aria-label=${t('CSV 저장', 'Save as CSV')}><${Icon} name="download" /></button>
      </div>
    </header>
    ${asTable
    ? html`<${PlainTable} label=${title} table=${table} height=${height} />`
    : html`<${Drawing} draw=${draw} height=${height} label=${`${title}. ${t('같은 숫자를 표로 볼 수 있습니다.', 'The same numbers are available as a table.')}`}
        onPick=${onPick} chartRef=${chart} watch=${watch} />`}
    ${note && html`<p class="card-note">${note}</p>`}
  </section>`;
}

function PlainTable({ label, table, height = 280 }) {
  const rows = table.shown || table.rows;
  return html`<div class="table-box" style=${{ maxHeight: height + 'px' }} tabindex="0" role="region" aria-label=${label}>
    <table><caption class="unseen">${label}</caption>
      <thead><tr>${table.head.map((name, c) => html`<th scope="col" class=${c ? 'number' : ''}>${name}</th>`)}</tr></thead>
      <tbody>${rows.map(row => html`<tr>${row.map((value, c) => (c
    ? html`<td class="number">${value ?? '–'}</td>`
    : html`<th scope="row">${value}</th>`))}</tr>`)}</tbody>
    </table></div>`;
}

/** The content of a chart's tooltip: a title and pairs of word and number. Built as elements: styles stay in the sheet. */
export function tip(title, pairs) {
  const box = document.createElement('div');
  const head = document.createElement('strong');
  head.textContent = title;
  box.append(head);
  const list = document.createElement('dl');
  list.className = 'chart-tip';
  for (const [name, value] of pairs) {
    const term = document.createElement('dt');
    term.textContent = name;
    const number = document.createElement('dd');
    number.textContent = value;
    list.append(term, number);
  }
  box.append(list);
  return box;
}

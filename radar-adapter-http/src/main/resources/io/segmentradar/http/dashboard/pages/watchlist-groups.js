// Order and grouping of alerts. A group is a heading row {group}; children of a parent alert carry `depth`.
import { t } from '../lib/i18n.js';
import { money } from '../lib/format.js';
import { figureName, segmentName, SEVERITIES, SEVERITY_SHAPE, STATUSES, word } from '../lib/words.js';

const BY = {
  segment: (row, catalog) => segmentName(row.segment_id, catalog.dimensions),
  severity: row => SEVERITIES.indexOf(row.severity),
  kpi: (row, catalog) => figureName(row.kpi, catalog),
  type: row => word(row.alert_type),
  status: row => STATUSES.indexOf(row.case.status),
  assignee: row => row.case.assignee ?? '\uffff',
};

function compare(by, order, catalog) {
  const value = BY[by] ?? (row => row[by]);
  const sign = order === 'desc' ? -1 : 1;
  return (a, b) => {
    const [x, y] = [value(a, catalog), value(b, catalog)];
    const missing = (x === null || x === undefined) - (y === null || y === undefined);
    return missing || sign * (typeof x === 'string' ? x.localeCompare(y, 'ko') : x - y) || a.rank - b.rank;
  };
}

export function arrange(alerts, group, sort, catalog) {
  const sorted = [...alerts].sort(compare(sort.by, sort.order, catalog));
  if (group === 'parent') {
    return underParents(sorted);
  }
  const key = { severity: row => SEVERITIES.indexOf(row.severity), age: ageClass, money: moneyClass }[group];
  if (!key) {
    return sorted;
  }
  const groups = new Map();
  sorted.forEach(row => groups.set(key(row), [...(groups.get(key(row)) ?? []), row]));
  return [...groups].sort(([a], [b]) => a - b).flatMap(([k, rows]) => [{ group: `${title(group, k)} · ${rows.length}` }, ...rows]);
}

function underParents(sorted) {
  const ids = new Set(sorted.map(row => row.alert_id));
  const children = parent => sorted.filter(row => row.parent_id === parent.alert_id);
  const below = (row, depth) => [{ ...row, depth }, ...children(row).flatMap(child => below(child, depth + 1))];
  return sorted.filter(row => !row.parent_id || !ids.has(row.parent_id)).flatMap(row => below(row, 0));
}

const AGES = [0, 1, 3];
const AGE_NAMES = () => [t('이번 달 새로', 'New this month'), t('1~2개월', '1–2 months'), t('3개월 이상', '3 months or more')];
const ageClass = row => AGES.filter(age => row.age_months >= age).length - 1;

const AMOUNTS = [50_000, 10_000, 1_000, 0];
const moneyClass = row => AMOUNTS.findIndex(amount => (row.impact ?? 0) >= amount);

function title(group, key) {
  if (group === 'severity') {
    return `${SEVERITY_SHAPE[SEVERITIES[key]]} ${word(SEVERITIES[key])}`;
  }
  return group === 'age' ? AGE_NAMES()[key] : AMOUNTS[key] ? t(`${money(AMOUNTS[key])} 이상`, `${money(AMOUNTS[key])} or more`) : t(`${money(AMOUNTS[2])} 미만`, `Below ${money(AMOUNTS[2])}`);
}

// The field's terms in both languages: one word a concept, the same everywhere.
import { isKorean, label, t } from './i18n.js';

const TERMS = {
  CRITICAL: ['심각', 'Critical'], HIGH: ['높음', 'High'], MEDIUM: ['보통', 'Medium'], LOW: ['낮음', 'Low'],
  DROP: ['급감', 'Drop'], SPIKE: ['급증', 'Spike'], INFLECTION: ['변곡', 'Inflection'],
  LEVEL_SHIFT: ['수준 변화', 'Level shift'], DORMANCY: ['휴면', 'Dormancy'],
  FORECAST_DROP: ['급감 예상', 'Expected drop'], FORECAST_RISE: ['급증 예상', 'Expected rise'],
  NEW: ['신규', 'New'], ACKNOWLEDGED: ['확인', 'Acknowledged'], IN_PROGRESS: ['처리 중', 'In progress'],
  RESOLVED: ['해결', 'Resolved'], DISMISSED: ['제외', 'Dismissed'],
  EXPECTED_EVENT: ['예정된 일', 'Expected event'], DATA_ERROR: ['데이터 오류', 'Data error'],
  REGRADING: ['등급·소속 변경', 'Re-grading'], REAL_RISK: ['실제 위험', 'Real risk'], OTHER: ['기타', 'Other'],
  DONE: ['완료', 'Done'], ACCEPTED: ['수락', 'Accepted'], DECLINED: ['거절', 'Declined'], NO_ANSWER: ['무응답', 'No answer'],
  COLD_START: ['이력 부족', 'Too little history'], SMALL_CELL: ['소수 고객', 'Few customers'],
  IMMATERIAL: ['영향 금액 미미', 'Little money at stake'], CALENDAR: ['달력 효과', 'Calendar effect'], SEASON: ['계절 변동', 'Usual for the season'],
  SEOLLAL: ['설 연휴', 'Seollal'], CHUSEOK: ['추석 연휴', 'Chuseok'], QUARTER_END: ['분기말', 'Quarter end'],
  SAME: ['함께 움직임', 'Moved too'], OPPOSITE: ['반대로 움직임', 'Moved the other way'], AS_EXPECTED: ['예측대로', 'As expected'], UNKNOWN: ['알 수 없음', 'Not known'],
  DATA_DEFECT: ['데이터 결함', 'Data defect'], CUSTOMERS_MOVED: ['고객 이동', 'Customers moved'], ABSENT_CUSTOMERS: ['고객 일시 부재', 'Customers absent'],
  FOLDED: ['상위 알림에 포함', 'Part of a wider alert'],
  COMPONENT: ['상품 구성', 'By product'], VOLUME: ['고객 수 효과', 'Volume effect'], RATE: ['고객당 금액 효과', 'Rate effect'],
  MODEL: ['예측 근거', 'Forecast basis'], ABSENT: ['일시 부재 고객', 'Absent customers'], MARKET: ['시장 요인', 'Market'], INDUSTRY: ['업종 요인', 'Industry'],
  PROVINCE: ['지역 요인', 'Province'], OWN: ['자체 요인', 'Own'],
  bank: ['은행 전체', 'Whole bank'], industry: ['업종', 'Industry'], province: ['지역', 'Province'], grade: ['고객등급', 'Grade'],
  dedicated: ['전담 여부', 'Dedicated'], industry_province: ['업종 × 지역', 'Industry × province'], segment: ['세그먼트', 'Segment'],
  customer_count: ['고객 수', 'Customers'],
  ACTIVE: ['활동', 'Active'], DORMANT: ['휴면', 'Dormant'], CLOSED: ['종료', 'Closed'],
  RM: ['RM', 'RM'], FX: ['FX', 'FX'], MARKETING: ['마케팅', 'Marketing'],
  ELIGIBILITY: ['자격', 'Eligibility'], APPLICABILITY: ['해당 여부', 'Applicability'], SUITABILITY: ['적합성', 'Suitability'],
  WORTH: ['기대 가치', 'Worth'], CONTACT: ['접촉 정책', 'Contact policy'], CAPACITY: ['가용 시간', 'Capacity'],
  HOURS: ['가용 시간', 'Hours'], CATEGORY_MIN: ['분류별 최소', 'Least of category'], CATEGORY_MAX: ['분류별 최대', 'Most of category'],
  TYPE_SHARE: ['유형 비중', 'Share of type'], DIVERSITY_SHARE: ['분산 비중', 'Share of one value'],
  RETENTION: ['유지', 'Retention'], GROWTH: ['성장', 'Growth'], DIGITAL: ['디지털', 'Digital'], LIQUIDITY: ['유동성', 'Liquidity'],
  RELATIONSHIP: ['관계', 'Relationship'], RISK: ['위험 관리', 'Risk'], CARD: ['카드', 'Card'], DEPOSIT: ['예금', 'Deposit'], LOAN: ['대출', 'Loan'],
  naive: ['마지막 값 유지', 'Last value'], seasonal_naive: ['작년 같은 달', 'Same month last year'], mean_3: ['최근 3개월 평균', 'Mean of three months'],
  VISIT: ['방문', 'Visit'], CALL: ['전화', 'Call'], MESSAGE: ['메시지', 'Message'], EMAIL: ['이메일', 'E-mail'],
  BRANCH: ['영업점', 'Branch'], CREDIT: ['여신심사', 'Credit'], FX_DESK: ['외환데스크', 'FX desk'], DIGITAL_TEAM: ['디지털팀', 'Digital team'],
  CROSS_SELL: ['교차판매', 'Cross-sell'],
};

/** Names that the run's spec gives to owners, channels and categories. */
const spoken = new Map();
export const learnWords = named => named.forEach(({ id, label: name }) => spoken.set(id, name));

/** The word for a constant of the API; unknown ones are shown as they are. */
export function word(id) {
  if (spoken.has(id)) {
    return label(spoken.get(id));
  }
  const pair = TERMS[id] ?? TERMS[String(id).toUpperCase()];
  return pair ? t(pair[0], pair[1]) : String(id ?? '');
}

export const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];
export const SEVERITY_SHAPE = { CRITICAL: '◆', HIGH: '▲', MEDIUM: '●', LOW: '○' };
export const STATUSES = ['NEW', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED', 'DISMISSED'];
export const CAUSES = ['EXPECTED_EVENT', 'DATA_ERROR', 'REGRADING', 'REAL_RISK', 'OTHER'];
export const OUTCOMES = ['DONE', 'ACCEPTED', 'DECLINED', 'NO_ANSWER'];

const ANY = '*';

/** Values of a segment id in key order; a bar inside a value is escaped. */
export function keyValues(id) {
  const values = [''];
  for (let i = 0; i < id.length; i++) {
    if (id[i] === '\\' && i + 1 < id.length) {
      values[values.length - 1] += id[++i];
    } else if (id[i] === '|') {
      values.push('');
    } else {
      values[values.length - 1] += id[i];
    }
  }
  return values;
}

/** One key value as people say it: codes such as Y and N have names in the spec. */
export function keyWord(dimension, value) {
  const named = dimension?.value_labels?.[value];
  return named ? label(named) : value;
}

/** A value that says little alone comes with its dimension: 지역 미상, 고객등급 최우수. */
function valueName(dimension, value, alone) {
  const bare = dimension && !dimension.value_labels[value] && (value === dimension.missing || (alone && dimension.enumerated));
  return bare ? `${label(dimension.label)} ${value}` : keyWord(dimension, value);
}

/** A segment or aggregate as people say it. */
export function segmentName(id, dimensions) {
  const values = keyValues(id);
  const alone = values.filter(value => value !== ANY).length === 1;
  const parts = values.map((value, d) => (value === ANY ? '' : valueName(dimensions?.[d], value, alone))).filter(Boolean);
  return parts.length ? parts.join(' · ') : word('bank');
}

/** The same, short enough for an axis: 서울특별시 → 서울. */
export const shortName = (id, dimensions) => segmentName(id, dimensions).replace(/(특별자치시|특별자치도|특별시|광역시)/g, '');

/** Name of a KPI, ratio or the customer count, from the catalogue in /api/filters/. */
export function figureName(id, catalog) {
  const found = catalog && [...catalog.kpis, ...catalog.ratios].find(figure => figure.id === id);
  return found ? label(found.label) : word(id);
}

export const monthWord = (n, forward = true) =>
  isKorean() ? `${n}개월 ${forward ? '뒤' : '전'}` : `${n} month${n === 1 ? '' : 's'} ${forward ? 'ahead' : 'ago'}`;

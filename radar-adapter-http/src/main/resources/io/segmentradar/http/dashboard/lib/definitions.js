// What each figure means. KPIs and ratios are named by the run's own catalogue.
import { t } from './i18n.js';
import { figureName, word } from './words.js';

const money = null;
const share = () => t('비율', 'Share');
const number = () => t('건', 'Count');

const DEFINITIONS = {
  customer_count: [() => t('이 달에 자료가 있는 고객(법인) 수.', 'Customers with a record in this month.'), () => t('명', 'Customers')],
  forecast: [() => t('예측은 마지막 실적월까지만 알고 만든 값이며, 예측구간 90%는 실적이 10번 중 9번 들어오도록 맞춘 범위입니다. 세그먼트 예측의 합은 상위 예측과 같습니다.',
    'Made knowing nothing after the last month of actuals. The 90% interval is meant to hold the actual 9 times in 10. Segment forecasts add up to their parents.'), money],
  residual: [() => t('실적에서 한 달 전에 만든 예측을 뺀 값. 예측구간 90% 안이면 평소 변동입니다.', 'Actual minus the forecast made one month before. Within the 90% interval it is usual.'), money],
  impact: [() => t('이 알림에 걸린 금액: 예측과 실적의 차이 또는 앞으로 빠질 것으로 보이는 금액.', 'Money at stake: the gap between forecast and actual, or what is expected to leave.'), money],
  severity: [() => t('영향 금액과 이례성을 함께 본 등급. 심각 ◆, 높음 ▲, 보통 ●, 낮음 ○.', 'Rated by money at stake and how unlikely it is. Critical ◆, high ▲, medium ●, low ○.'), () => t('등급', 'Grade')],
  probability: [() => t('알림이 말하는 일이 실제일 가능성. 지난 일은 1 − 우연일 비율, 앞일은 예측 확률.', 'How likely it is that what the alert says is so: 1 − false share for the past, the forecast probability for what is ahead.'), share],
  growth_segments: [() => t('3개월 뒤 예금이 오를 확률이 80% 이상인 세그먼트 수.', 'Segments whose deposits rise within 3 months with a probability of at least 80%.'), number],
  risk_segments: [() => t('심각 또는 높음 등급의 열린 알림이 있는 세그먼트 수.', 'Segments with an open critical or high alert.'), number],
  alert_count: [() => t('이번 달 알림 수. 열린 알림은 아직 해결되거나 제외되지 않은 것입니다.', 'Alerts of the month; open ones are not yet resolved or dismissed.'), number],
  bridge: [() => t('예측에서 실적까지의 차이를 원인별로 나눈 것. 막대의 합이 차이와 같습니다. 상품별 보기와 고객 수·금액 보기는 서로 다른 관점이며 더하지 않습니다.',
    'Splits the gap between forecast and actual into causes; the bars add up to it. By product and by volume and rate are alternatives and are never added.'), money],
  heatmap: [() => t('실적 − 예측을 업종과 지역별로 더한 금액. 예측은 한 달 전에 만든 것입니다.', 'Actual minus forecast by industry and province, in money; forecasts were made a month before.'), money],
  worth: [() => t('기대 가치 = 발생 확률 × 대상 금액 × 마진 × 효과 − 비용. 마진, 효과, 비용은 은행의 가정입니다.', 'Expected value = probability × amount at stake × margin × effectiveness − cost. Margin, effectiveness and cost are the bank’s assumptions.'), money],
  rise: [() => t('목표월 값이 현재보다 클 확률. 예측 분포에서 계산합니다.', 'Chance that the target month exceeds today’s value, from the forecast distribution.'), share],
  wape: [() => t('Σ|실적 − 예측| ÷ Σ|실적|. 예측에 쓰지 않은 달로만 계산합니다.', 'Σ|actual − forecast| ÷ Σ|actual|, only on months the model has not seen.'), share],
  skill: [() => t('1 − (예측 오차 ÷ 가장 좋은 단순 예측의 오차). 0보다 크면 단순 예측보다 낫습니다.', '1 − error ÷ error of the best naive forecast. Above 0 it beats naive.'), share],
  coverage: [() => t('실적이 예측구간 90% 안에 든 비율. 90%에 가까울수록 정직한 구간입니다.', 'Share of actuals inside the 90% interval; the closer to 90%, the more honest.'), share],
  bias: [() => t('Σ(예측 − 실적) ÷ Σ|실적|. 양수면 높게 예측한 것입니다.', 'Σ(forecast − actual) ÷ Σ|actual|; above 0 the forecasts are too high.'), share],
  luck: [() => t('가장 좋은 단순 예측과 오차가 같다고 볼 때 이런 차이가 날 확률 (Diebold-Mariano 검정, 양측). 작을수록 우연이 아닙니다.', 'Chance of such a difference if both were equally right (Diebold-Mariano test, two-sided); the smaller, the less it is luck.'), share],
  psi: [() => t('모집단 안정성 지수. 평소 값의 10분위로 나눈 같은 구간에서 이번 달의 비율을 비교합니다. 0.1부터 주의하고 0.25부터 큽니다.', 'Population stability index over the deciles of the usual values, the same bins for both; worth a look from 0.1, large from 0.25.'), number],
  wasserstein: [() => t('두 분포 사이의 평균 거리(Wasserstein). 변화는 비율로(0.1은 약 10%), 수준은 평균 편차의 몇 배인지로 봅니다.', 'Mean distance of the two distributions (Wasserstein): of changes as a share (0.1 is about 10%), of levels in mean deviations.'), () => t('배', 'Ratio')],
  q_value: [() => t('이 점검을 이탈로 본다면 같은 무리에서 잘못 본 것이 차지할 비율의 상한(q값). 작을수록 우연이 아닙니다.', 'Bound on the share of false reports in the family if this check is reported (q-value); the smaller, the less it is chance.'), share],
  mase: [() => t('평균 절대오차를 작년 같은 달을 그대로 쓰는 단순 예측의 오차로 나눈 값. 1보다 작으면 더 낫습니다.', 'Mean absolute error over that of repeating last year’s month; below 1 is better.'), () => t('배', 'Ratio')],
};

/** {name, text, unit}; an empty unit means the run's money unit. */
export function definition(id, catalog) {
  const known = DEFINITIONS[id];
  if (known) {
    return { name: NAMES[id]?.() ?? word(id), text: known[0](), unit: known[1]?.() };
  }
  const ratio = catalog?.ratios.some(figure => figure.id === id);
  const kind = catalog?.kpis.find(kpi => kpi.id === id)?.kind;
  const text = ratio
    ? t('두 금액 합계의 비율. 분모가 0이면 값이 없습니다. 1을 넘는 값도 그대로 둡니다.', 'Quotient of two summed amounts; no value where the denominator is 0; above 1 is kept.')
    : kind === 'BALANCE'
      ? t('월말 잔액을 세그먼트의 모든 고객에 대해 더한 금액.', 'Month-end balance summed over the customers.')
      : t('한 달 동안의 금액을 세그먼트의 모든 고객에 대해 더한 금액.', 'The month’s amount summed over the customers.');
  return { name: catalog ? figureName(id, catalog) : id, text, unit: ratio ? share() : undefined };
}

const NAMES = {
  forecast: () => t('예측', 'Forecast'), residual: () => t('예측 대비 차이', 'Surprise'), impact: () => t('영향 금액', 'Money at stake'),
  severity: () => t('심각도', 'Severity'), probability: () => t('확실성', 'Certainty'),
  growth_segments: () => t('성장 세그먼트', 'Growing segments'), risk_segments: () => t('위험 세그먼트', 'Segments at risk'),
  alert_count: () => t('알림', 'Alerts'), bridge: () => t('변동 원인', 'Cause'), heatmap: () => t('예측 대비 차이', 'Surprise'),
  worth: () => t('기대 가치', 'Expected value'), rise: () => t('상승 확률', 'Chance of a rise'),
  wape: () => 'WAPE', skill: () => t('단순 예측 대비 개선', 'Skill'), coverage: () => t('예측구간 적중률', 'Coverage'),
  bias: () => t('편향', 'Bias'), mase: () => 'MASE', psi: () => 'PSI', wasserstein: () => t('거리', 'Distance'), q_value: () => t('오류 비율', 'False share'), luck: () => t('우연일 가능성', 'By luck'),
};

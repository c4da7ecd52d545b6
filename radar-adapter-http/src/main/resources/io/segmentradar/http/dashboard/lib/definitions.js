// What each figure means. KPIs and ratios are named by the run's own catalogue.
import { t } from './i18n.js';
import { figureName, word } from './words.js';

const money = null;
const share = () => t('비율', 'Share');
const number = () => t('건', 'Count');
const order = () => t('순위', 'Rank');
const months = () => t('개월', 'Months');

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
  false_share: [() => t('이 정도로 드문 알림 가운데 우연히 생긴 것의 비율(추정). 낮을수록 좋습니다.', 'Estimated share of chance finds among alerts at least as unusual; the lower, the better.'), share],
  alert_rank: [() => t('먼저 전화할 순서. 심각도, 영향 금액, 확실성 순으로 정합니다.', 'Whom to call first: by severity, money at stake and certainty.'), order],
  age: [() => t('이 알림이 처음 나온 뒤 지난 개월 수.', 'Months since the alert was first raised.'), months],
  mom: [() => t('이번 달 값을 지난달과 비교한 변화율. 순유입과 같이 0을 넘나드는 값은 금액의 차이.', 'Change on last month as a rate; for figures that cross 0, such as net inflow, as an amount.'), share],
  yoy: [() => t('이번 달 값을 작년 같은 달과 비교한 변화율. 순유입과 같이 0을 넘나드는 값은 금액의 차이.', 'Change on the same month last year as a rate; for figures that cross 0 as an amount.'), share],
  last_value: [() => t('마지막 실적월의 값. 세그먼트의 모든 고객을 더한 금액.', 'The last month of actuals, summed over the customers.'), money],
  interval: [() => t('실적이 10번 중 9번 들어오도록 과거 예측 오차로 맞춘 범위.', 'Range that holds the actual 9 times in 10, set by past errors.'), money],
  expected_change: [() => t('예측에서 마지막 실적을 뺀 금액.', 'Forecast minus the last actual.'), money],
  expected_rate: [() => t('예측 변화를 마지막 실적으로 나눈 값. 마지막 실적이 0이면 없습니다.', 'Expected change over the last actual; none where that is 0.'), share],
  similarity: [() => t('두 세그먼트가 추이, 성장, 계절성, 변동성, 거래 구성, 규모, 속성에서 다른 정도. 0은 같음, 1은 아무 두 세그먼트의 거리.', 'How much two segments differ in course, growth, seasonality, volatility, mix, size and key; 0 a twin, 1 two at random.'), () => t('거리', 'Distance')],
  naive: [() => t('마지막 값 유지, 작년 같은 달, 최근 3개월 평균 가운데 오차가 가장 작은 방법의 WAPE.', 'WAPE of the best of three: last value, same month last year, mean of three months.'), share],
  n: [() => t('이 값을 계산한 세그먼트·월의 수. 적으면 참고로만 보세요.', 'Pairs of segment and month behind the figure; few mean little.'), number],
  action_rank: [() => t('점수 순서. 점수 = 기대 가치 × 긴급도 × 관계 × 은행 가중치.', 'By score: value × urgency × relationship × lever.'), order],
  amount_at_stake: [() => t('이 액션으로 지키거나 더할 수 있는 금액. 기대 가치의 한 요인입니다.', 'What the action can keep or win; a factor of the expected value.'), money],
  hours: [() => t('액션 하나에 드는 시간. 은행이 명세에 정한 가정입니다.', 'Time one action takes; an assumption of the spec.'), () => t('시간', 'Hours')],
  capacity: [() => t('담당과 지역마다 한 달의 가용 시간과 계획에 쓰인 시간. 1시간 더의 가치는 1시간이 늘면 계획의 기대 가치가 얼마나 늘지를 말합니다.', 'Hours of a month by owner and area, and those planned; the worth of one more is what it would add to the plan.'), () => t('시간, 금액', 'Hours, money')],
  fx_rate: [() => t('원/달러 월평균 환율. 추세는 3개월 평균과 비교하고, 변동성은 최근 변화의 크기를 과거와 비교합니다.', 'Monthly average USD/KRW; its trend against three months, its volatility against the past.'), () => t('원/달러', 'KRW per USD')],
  turbulence: [() => t('그 달까지의 자료로 본 변동성 국면의 확률과, 한 달에 크게 변할 확률.', 'Probability of each state of volatility with what was known by then, and of a large move in the month.'), share],
  log_loss: [() => t('예측 확률의 오차(로그 손실). 작을수록 좋으며, 과거 비율만 쓰는 예측과 비교합니다.', 'Error of probabilities (log loss), the smaller the better, against the plain frequency.'), () => t('로그 손실', 'Log loss')],
  fx_kind: [() => t('최근 12개월의 수출과 수입으로 구분한 유형. 금액은 월평균이며, 환율 영향은 순노출 × 5%입니다.', 'By exports and imports of the last 12 months; amounts a month, the effect is net exposure × 5%.'), money],
  fx_score: [() => t('외환 거래 세그먼트 가운데 순위(0~100). 요인은 규모, 추세, 노출, 자금 사정, 환율 국면입니다.', 'Rank (0-100) among segments with FX business by size, momentum, exposure, stress and regime.'), () => t('점', 'Points')],
  fx_trade: [() => t('최근 12개월 수출입 실적의 월평균.', 'Monthly mean over the last 12 months.'), money],
  fx_hedge: [() => t('수출과 수입이 서로 상쇄하는 비율. 100%면 환율 변화의 영향이 없습니다.', 'Share of exports and imports that cancel; at 100% the rate has no effect.'), share],
  fx_effect: [() => t('환율이 5% 오를 때 한 달 순노출의 변화. 수출형은 +, 수입형은 −입니다.', 'Change of a month’s net exposure when the rate rises by 5%: up for exporters, down for importers.'), money],
  fx_sensitivity: [() => t('환율이 1% 변할 때 KPI가 변한 정도(과거 자료로 추정). 90% 구간이 0을 크게 벗어난 것만 보입니다.', 'Change of a KPI per 1% of the rate, by regression; only what is clearly not 0 is shown.'), share],
  fx_actions: [() => t('이 세그먼트에 제안된 외환 액션 수.', 'FX actions proposed for the segment.'), number],
  cluster: [() => t('비슷한 세그먼트를 모은 군집의 합계와 전년 동월 대비 변화. 특성은 전체 평균과의 차이를 표준편차(σ)로 보여 줍니다.', 'Sums of a group of alike segments and their change on last year; traits are distances from the mean in standard deviations (σ).'), money],
  cluster_outlier: [() => t('가까운 군집의 중심에서 보통 거리를 크게 넘는 세그먼트 수.', 'Segments much farther from the nearest group than is usual.'), number],
  silhouette: [() => t('구분 정도는 군집이 서로 구별되는 정도(-1~1), 안정성은 자료를 줄여도 같은 군집이 나오는 정도(0~1).', 'Silhouette: how far apart groups are (-1 to 1); stability: whether they come back from fewer data (0 to 1).'), () => t('지수', 'Index')],
  drift: [() => t('이번 달을 평소와 비교한 점검 수. 크면서 우연으로 볼 수 없는 변화만 이탈이고, 하나만 해당하면 주의입니다.', 'Checks of this month against the usual; drift is large and more than chance, a notice is only one of these.'), number],
  retrain: [() => t('새 모형을 학습할 사유: 정기, 자료 이탈, 예측 이탈, 적중률 상실, 새 자료.', 'Reasons for new models: schedule, drift of data or forecasts, lost coverage, new data.'), number],
  reference: [() => t('평소 값(최근 달) 또는 약속한 값과 이번 달 값. 비율은 %, 금액은 세그먼트의 중앙값입니다.', 'The usual or promised value and this month’s: shares in %, amounts as the median segment.'), () => t('항목의 단위', 'That of the item')],
  scenario: [() => t('같은 모형에 다른 입력을 주어 다시 계산한 예측. 저장하지 않으며 확률은 없습니다.', 'Forecast of the same models on changed inputs; not stored, and without a probability.'), money],
  scenario_base: [() => t('입력을 그대로 두고 같은 방법으로 계산한 예측.', 'Forecast made the same way with nothing changed.'), money],
  scenario_change: [() => t('시나리오에서 기준을 뺀 금액.', 'Scenario minus base.'), money],
  scenario_moved: [() => t('기준과 비교해 새로 생기거나 없어지는 알림과 액션의 수.', 'Alerts and actions that appear or vanish against the base.'), number],
  run_counts: [() => t('이 실행의 세그먼트, 개월, 알림, 액션 수. 액션은 계획 밖까지 모두 포함합니다.', 'Segments, months, alerts and actions of the run; actions include those not planned.'), number],
  rejects: [() => t('읽은 행과, 형식이나 값이 맞지 않아 제외한 행. 비율이 한도를 넘으면 실행을 중지합니다.', 'Rows read, and rows left out because a value is wrong; above a limit the run stops.'), () => t('행', 'Rows')],
  manifest: [() => t('이 실행을 다시 만들 수 있게 하는 기록: 입력, 명세, 제품, 난수, 단계별 시간.', 'What is needed to make the run again: input, spec, product, seed, and the time of each stage.'), () => t('초', 'Seconds')],
  run_diff: [() => t('두 실행의 합계와 알림의 차이. 모든 숫자는 그 실행에 저장된 값입니다.', 'Totals and alerts of two runs; every figure is the one stored with its run.'), money],
};

/** {name, text, unit}; an empty unit means the run's money unit. */
export function definition(id, catalog) {
  const known = DEFINITIONS[id];
  if (known) {
    return { name: NAMES[id]?.() ?? word(id), text: known[0](), unit: known[1]?.() };
  }
  const ratio = catalog?.ratios.some(figure => figure.id === id);
  const kind = catalog?.kpis.find(kpi => kpi.id === id)?.kind;
  if (catalog && !ratio && !kind) {
    console.warn('Nothing is known about the figure ' + id);
  }
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
  false_share: () => t('우연일 비율', 'False share'),
  alert_rank: () => t('순위', 'Rank'),
  age: () => t('지속 기간', 'Age'),
  mom: () => t('전월 대비', 'On last month'),
  yoy: () => t('전년 동월 대비', 'On last year'),
  last_value: () => t('마지막 실적', 'Last actual'),
  interval: () => t('예측구간 90%', '90% interval'),
  expected_change: () => t('예측 변화', 'Expected change'),
  expected_rate: () => t('예측 변화율', 'Expected rate'),
  similarity: () => t('거리', 'Distance'),
  naive: () => t('가장 좋은 단순 예측', 'Best naive'),
  n: () => t('표본 수', 'Sample size'),
  action_rank: () => t('순위', 'Rank'),
  amount_at_stake: () => t('대상 금액', 'Amount'),
  hours: () => t('시간', 'Hours'),
  capacity: () => t('가용 시간', 'Capacity'),
  fx_rate: () => t('환율', 'Exchange rate'),
  turbulence: () => t('급변 확률', 'Turbulence'),
  log_loss: () => t('확률의 정확도', 'Accuracy of probabilities'),
  fx_kind: () => t('외환 유형', 'Kinds of FX business'),
  fx_score: () => t('기회·위험 점수', 'Scores'),
  fx_trade: () => t('월 수출·수입', 'Exports and imports'),
  fx_hedge: () => t('자연 헤지', 'Natural hedge'),
  fx_effect: () => t('환율 +5% 영향', 'Effect of +5%'),
  fx_sensitivity: () => t('반응도', 'Sensitivity'),
  fx_actions: () => t('외환 액션', 'FX actions'),
  cluster: () => t('군집', 'Group'),
  cluster_outlier: () => t('맞지 않는 세그먼트', 'No group'),
  silhouette: () => t('구분 정도와 안정성', 'Silhouette and stability'),
  drift: () => t('점검', 'Checks'),
  retrain: () => t('재학습 사유', 'Reasons to retrain'),
  reference: () => t('평소와 지금', 'Usual and now'),
  scenario: () => t('시나리오', 'Scenario'),
  scenario_base: () => t('기준', 'Base'),
  scenario_change: () => t('차이', 'Change'),
  scenario_moved: () => t('달라지는 알림과 액션', 'What moves'),
  run_counts: () => t('실행의 규모', 'Size of a run'),
  rejects: () => t('데이터 품질', 'Data quality'),
  manifest: () => t('실행 기록', 'Manifest'),
  run_diff: () => t('두 실행 비교', 'Two runs'),
};

package io.segmentradar.core.forecast.trained;

import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.forecast.Horizon;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Everything a forecast engine has to keep so that it can forecast later, or on other inputs, without training: the
 * models of every month of training, not only the newest, because weights, intervals and the record that alerts are
 * judged against come from forecasts of earlier origins by models that knew no more than those months. Forecasting the
 * data the models were trained on gives the forecasts of the run that trained them, bit by bit.
 *
 * <p>A pure value: files, databases and registries keep it behind {@link ModelStore}.
 *
 * @param units KPI id to the money unit of its logarithm, fixed when the models were trained
 * @param models in a stable order
 * @param covariates which outside series earned a place, as judged when the models were trained
 */
public record ModelArchive(
        Provenance provenance,
        Map<String, Double> units,
        List<TrainedModel> models,
        List<CovariateVerdict> covariates) {
    private static final int ID_DIGITS = 12;

    public ModelArchive {
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        models = List.copyOf(models);
        covariates = List.copyOf(covariates);
        if (models.stream().map(TrainedModel::name).distinct().count() < models.size()) {
            throw new IllegalArgumentException("A model archive holds each model once");
        }
    }

    /** The same models with more said about the software that made them. */
    public ModelArchive with(Map<String, String> versions) {
        return new ModelArchive(provenance.with(versions), units, models, covariates);
    }

    /** Months of training, ascending; the last is {@code provenance().trainedTo()}. */
    public List<YearMonth> trainings() {
        TreeSet<YearMonth> months = new TreeSet<>();
        models.forEach(model -> months.add(model.trainedTo()));
        months.add(provenance.trainedTo());
        return List.copyOf(months);
    }

    public Optional<TrainedModel> find(String kpi, String learner, YearMonth trainedTo, Horizon horizon) {
        return models.stream()
                .filter(model -> model.kpi().equals(kpi)
                        && model.learner().equals(learner)
                        && model.trainedTo().equals(trainedTo)
                        && model.horizon().equals(horizon))
                .findFirst();
    }

    /** Ids of the outside series that the newest models of a KPI use; a series that is not here has no effect on it. */
    public List<String> covariatesOf(String kpi) {
        return models.stream()
                .filter(model -> model.kpi().equals(kpi) && model.trainedTo().equals(provenance.trainedTo()))
                .flatMap(model -> model.schema().covariates().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Names the archive after what its forecasts depend on, so that the same training has the same id: training month
     * and twelve hexadecimal digits.
     */
    public String id() {
        StringBuilder text = new StringBuilder(
                provenance.dataSha256() + "\n" + provenance.calendar() + "\n" + provenance.seed() + "\n" + units);
        for (TrainedModel model : models) {
            text.append('\n')
                    .append(model.name())
                    .append(' ')
                    .append(model.schema().sha256());
            text.append(' ').append(model.textSha256());
        }
        return provenance.trainedTo() + "-" + Digest.hex(text.toString()).substring(0, ID_DIGITS);
    }
}

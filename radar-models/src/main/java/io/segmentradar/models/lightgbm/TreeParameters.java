package io.segmentradar.models.lightgbm;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How boosted trees are grown. Few leaves, coarse bins and few inputs per tree: short panels are noisy, and
 * trees that cannot memorise generalise; it is also what makes training fast.
 *
 * @param objective {@code regression_l1} (median) or {@code binary} (probability)
 * @param trees number of boosting rounds, at least 1
 * @param leaves of each tree, 2 to 32
 * @param learningRate in (0, 1]
 * @param minRowsPerLeaf at least 1
 * @param inputShare share of the inputs that each tree may choose from, in (0, 1]
 */
public record TreeParameters(
        String objective,
        int trees,
        int leaves,
        double learningRate,
        int minRowsPerLeaf,
        double inputShare,
        long seed) {
    private static final int BINS = 63;

    public TreeParameters {
        if (trees < 1
                || leaves < 2
                || leaves > Forest.MAX_LEAVES
                || minRowsPerLeaf < 1
                || !(learningRate > 0 && learningRate <= 1)
                || !(inputShare > 0 && inputShare <= 1)) {
            throw new IllegalArgumentException(
                    "Not usable tree parameters: trees " + trees + ", leaves " + leaves + ", learning rate "
                            + learningRate + ", rows per leaf " + minRowsPerLeaf + ", input share " + inputShare);
        }
    }

    /** Every parameter by its LightGBM name, each once: of duplicates the library silently takes the first. */
    public Map<String, String> toMap() {
        Map<String, String> map = new TreeMap<>();
        map.put("objective", objective);
        map.put("num_leaves", Integer.toString(leaves));
        map.put("learning_rate", Double.toString(learningRate));
        map.put("min_data_in_leaf", Integer.toString(minRowsPerLeaf));
        map.put("min_sum_hessian_in_leaf", "0");
        map.put("max_bin", Integer.toString(BINS));
        map.put("feature_fraction", Double.toString(inputShare));
        map.put("seed", Long.toString(seed & Integer.MAX_VALUE));
        map.put("deterministic", "true");
        map.put("force_col_wise", "true");
        // One thread a model and several models at once: the library's own threads spin at barriers and collapse when
        // anything else runs on the machine.
        map.put("num_threads", "1");
        map.put("verbosity", "-1");
        return map;
    }

    String text() {
        return toMap().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}

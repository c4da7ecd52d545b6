package io.segmentradar.features.spec;

import io.segmentradar.core.run.SpecException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Collects everything that is wrong with one spec file, so that its author hears of all of it at once. */
final class SpecProblems {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    SpecProblems(String file) {
        this.file = file;
    }

    private record Problem(int line, String text) {}

    void add(int line, String path, String what) {
        problems.add(new Problem(line, (path.isEmpty() ? "" : path + ": ") + what));
    }

    void add(YamlNode node, String what) {
        add(node.line(), node.path(), what);
    }

    int count() {
        return problems.size();
    }

    /** Builds a domain object; what its constructor refuses becomes a problem of {@code node}, and the result null. */
    <T> T build(YamlNode node, Supplier<T> constructor) {
        if (!problems.isEmpty()) {
            return null;
        }
        try {
            return constructor.get();
        } catch (IllegalArgumentException | SpecException refused) {
            add(node, refused.getMessage());
            return null;
        }
    }

    /**
     * @throws SpecException naming every problem with its line, if there is any
     */
    void throwIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        String list = problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(problem -> "\n  " + file + ", line " + problem.line() + ": " + problem.text())
                .collect(Collectors.joining());
        throw new SpecException(
                "The spec has " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:") + list);
    }
}

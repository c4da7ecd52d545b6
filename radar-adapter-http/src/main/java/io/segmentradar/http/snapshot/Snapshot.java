package io.segmentradar.http.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.Visibility;
import io.segmentradar.http.wire.Payload;
import java.util.function.Supplier;

/** A run in memory, ready to answer: its views by visibility, and finished answers by question. */
public final class Snapshot {
    private static final int MAX_VIEWS = 64;
    private static final long MAX_ANSWER_BYTES = 32L << 20;

    private final RadarRun run;
    private final Cache<Visibility, RunView> views =
            Caffeine.newBuilder().maximumSize(MAX_VIEWS).build();
    private final Cache<Question, Payload> answers = Caffeine.newBuilder()
            .maximumWeight(MAX_ANSWER_BYTES)
            .weigher((Question question, Payload payload) -> payload.size())
            .build();

    /**
     * @param url path and query as asked
     * @param casesVersion state of the cases the answer was made from
     */
    private record Question(Visibility visibility, String url, long casesVersion) {}

    Snapshot(RadarRun run) {
        this.run = run;
        view(Visibility.ALL);
    }

    public RadarRun run() {
        return run;
    }

    public RunView view(Visibility visibility) {
        return views.get(visibility, reader -> new RunView(run, reader));
    }

    /** The answer to a question, made once and kept as long as there is room. */
    public Payload answer(Visibility visibility, String url, long casesVersion, Supplier<Payload> maker) {
        return answers.get(new Question(visibility, url, casesVersion), question -> maker.get());
    }
}

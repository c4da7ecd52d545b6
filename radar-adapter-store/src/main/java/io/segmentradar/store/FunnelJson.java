package io.segmentradar.store;

import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.segmentradar.core.action.policy.PolicyFunnel;
import io.segmentradar.core.action.policy.PolicyStage;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The funnel, which is columnar, as a record and back.
 *
 * @param keys key values of the segments
 * @param removedBy one character a pair, segment by segment: {@code a} + ordinal of the stage, {@code -} for none
 */
record FunnelJson(List<List<String>> keys, List<String> types, String removedBy) {
    private static final char FIRST = 'a';
    private static final char NONE = '-';

    static SimpleModule module() {
        return new SimpleModule()
                .addSerializer(PolicyFunnel.class, new StdDelegatingSerializer(PolicyFunnel.class, new ToRecord()))
                .addDeserializer(PolicyFunnel.class, new StdDelegatingDeserializer<>(new FromRecord()));
    }

    private static final class ToRecord extends StdConverter<PolicyFunnel, FunnelJson> {
        @Override
        public FunnelJson convert(PolicyFunnel funnel) {
            StringBuilder cells = new StringBuilder();
            for (int s = 0; s < funnel.segments().size(); s++) {
                for (String type : funnel.types()) {
                    cells.append(funnel.removedBy(s, type)
                            .map(stage -> (char) (FIRST + stage.ordinal()))
                            .orElse(NONE));
                }
            }
            return new FunnelJson(
                    IntStream.range(0, funnel.segments().size())
                            .mapToObj(s -> funnel.segments().key(s).values())
                            .toList(),
                    funnel.types(),
                    cells.toString());
        }
    }

    private static final class FromRecord extends StdConverter<FunnelJson, PolicyFunnel> {
        @Override
        public PolicyFunnel convert(FunnelJson json) {
            byte[] cells = new byte[json.removedBy().length()];
            for (int i = 0; i < cells.length; i++) {
                char cell = json.removedBy().charAt(i);
                cells[i] = (byte) (cell == NONE ? -1 : PolicyStage.values()[cell - FIRST].ordinal());
            }
            return new PolicyFunnel(
                    new SegmentIndex(json.keys().stream().map(SegmentKey::new).toList()), json.types(), cells);
        }
    }
}

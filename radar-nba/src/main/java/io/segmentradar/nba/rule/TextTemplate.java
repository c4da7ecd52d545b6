package io.segmentradar.nba.rule;

import io.segmentradar.core.kpi.KoreanParticle;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.MoneyFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with figures: <code>{fact}</code> or <code>{fact:style}</code> is a formatted figure, <code>{은/는}</code> the Korean particle that fits.
 */
final class TextTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final List<Part> parts;
    private final Language language;

    private TextTemplate(List<Part> parts, Language language) {
        this.parts = parts;
        this.language = language;
    }

    private sealed interface Part {
        record Literal(String text) implements Part {}

        record Figure(String name, FigureStyle style) implements Part {}

        record Particle(KoreanParticle particle) implements Part {}
    }

    /**
     * @param styleOf usual style of a name; empty if there is no such name
     * @param complain told what is wrong with the template
     */
    static TextTemplate parse(
            String text,
            Language language,
            Function<String, Optional<FigureStyle>> styleOf,
            java.util.function.Consumer<String> complain) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int at = 0;
        while (matcher.find()) {
            parts.add(new Part.Literal(text.substring(at, matcher.start())));
            placeholder(matcher.group(1), styleOf)
                    .ifPresentOrElse(
                            parts::add,
                            () -> complain.accept(
                                    "{" + matcher.group(1) + "} is neither a known figure, with one of the styles "
                                            + FigureStyle.names() + ", nor a particle"));
            at = matcher.end();
        }
        parts.add(new Part.Literal(text.substring(at)));
        return new TextTemplate(parts, language);
    }

    private static Optional<Part> placeholder(String text, Function<String, Optional<FigureStyle>> styleOf) {
        Optional<Part> particle = KoreanParticle.of(text).map(Part.Particle::new);
        if (particle.isPresent()) {
            return particle;
        }
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Optional<FigureStyle> usual = styleOf.apply(name);
        Optional<FigureStyle> style = colon < 0 ? usual : FigureStyle.of(text.substring(colon + 1));
        return usual.isPresent() ? style.map(s -> new Part.Figure(name, s)) : Optional.empty();
    }

    /**
     * @param values figure by name; a missing one is shown as a dash
     */
    String render(Function<String, Object> values, MoneyFormat money) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Part.Particle particle) {
                text.append(particle.particle().after(text));
            } else if (part instanceof Part.Figure figure) {
                Object value = values.apply(figure.name());
                text.append(value == null ? "–" : figure.style().show(value, money, language));
            }
        }
        return text.toString();
    }
}

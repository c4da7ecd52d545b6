package io.segmentradar.features.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one YAML document into located nodes. Every scalar stays text: what it means is decided by who asks for it. */
final class YamlTree {
    private static final int DEEPEST = 20;
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column");

    private final YAMLParser parser;
    private final SpecProblems problems;

    private YamlTree(YAMLParser parser, SpecProblems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * The root of the document; a text that is no YAML is a problem, and the result then an empty node.
     */
    static YamlNode parse(String text, SpecProblems problems) {
        try (YAMLParser parser = YAMLFactory.builder().build().createParser(text)) {
            YamlTree tree = new YamlTree(parser, problems);
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new YamlNode.Empty(1, "");
            }
            YamlNode root = tree.read(first, "", 0);
            if (parser.nextToken() != null) {
                problems.add(tree.line(), "", "a second YAML document begins here; a spec is one document");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = lineOf(e);
            problems.add(line, "", "this is not YAML: " + reason(e) + ". Check indentation, colons and quotes");
            return new YamlNode.Empty(line, "");
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a text in memory failed", e);
        }
    }

    /** The parser's own location may be that of the last good token; its message names the place of the problem last. */
    private static int lineOf(JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        Matcher place = PLACE.matcher(e.getOriginalMessage());
        while (place.find()) {
            line = Integer.parseInt(place.group(1));
        }
        return line;
    }

    /** The sentences of the parser's message, without the excerpts of the text between them. */
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(text -> !text.isBlank() && !Character.isWhitespace(text.charAt(0)))
                .collect(Collectors.joining(", "));
    }

    private YamlNode read(JsonToken token, String path, int depth) throws IOException {
        int line = line();
        if (parser.isCurrentAlias()) {
            problems.add(line, path, "aliases (*name) are not supported; write the value out");
            return new YamlNode.Empty(line, path);
        }
        if (depth > DEEPEST) {
            problems.add(line, path, "nested deeper than " + DEEPEST + " levels");
            parser.skipChildren();
            return new YamlNode.Empty(line, path);
        }
        return switch (token) {
            case START_OBJECT -> section(line, path, depth);
            case START_ARRAY -> items(line, path, depth);
            case VALUE_NULL -> new YamlNode.Empty(line, path);
            default -> text(line, path);
        };
    }

    private YamlNode text(int line, String path) throws IOException {
        String value = parser.getText().strip();
        return value.isEmpty() ? new YamlNode.Empty(line, path) : new YamlNode.Text(line, path, value);
    }

    private YamlNode section(int line, String path, int depth) throws IOException {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            YamlNode value = read(parser.nextToken(), keyPath, depth + 1);
            if (entries.putIfAbsent(key, value) != null) {
                problems.add(keyLine, keyPath, "this key is given twice");
            }
        }
        return new YamlNode.Section(line, path, entries);
    }

    private YamlNode items(int line, String path, int depth) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(read(token, path + "[" + items.size() + "]", depth + 1));
        }
        return new YamlNode.Items(line, path, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}

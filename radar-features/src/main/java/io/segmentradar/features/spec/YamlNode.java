package io.segmentradar.features.spec;

import java.util.List;
import java.util.Map;

/** A piece of a YAML text that knows where it stands, so that every complaint can point at it. */
sealed interface YamlNode {
    /** 1-based line. */
    int line();

    /** Keys from the top, such as {@code kpis[2].label.ko}; empty for the whole text. */
    String path();

    /** What a reader of the file would call it. */
    String kind();

    record Text(int line, String path, String value) implements YamlNode {
        @Override
        public String kind() {
            return "the text '" + value + "'";
        }
    }

    record Items(int line, String path, List<YamlNode> items) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * @param entries in file order
     */
    record Section(int line, String path, Map<String, YamlNode> entries) implements YamlNode {
        @Override
        public String kind() {
            return "a section";
        }
    }

    record Empty(int line, String path) implements YamlNode {
        @Override
        public String kind() {
            return "nothing";
        }
    }
}

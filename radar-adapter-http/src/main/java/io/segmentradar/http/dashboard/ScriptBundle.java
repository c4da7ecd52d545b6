package io.segmentradar.http.dashboard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The modules of the pages as one script, so that a browser asks once and not eighty times; made when the server starts,
 * which needs no tool but the JDK. Each module becomes a function that gives its exports, in the order in which they need
 * one another, so names of one module never meet those of another. Modules under {@code vendor/} stay files of their own.
 *
 * <p>It understands what the pages write: one {@code import {…} from '…';} a line, and {@code export} before a
 * {@code const} or {@code function}. Anything else that begins like one of these, a module that needs itself or has a
 * name twice, and an import that nobody exports are refused with file and line.
 */
final class ScriptBundle {
    private static final Pattern IMPORT = Pattern.compile("import (?:\\{ (.+) \\} from )?'([^']+)';");
    private static final Pattern EXPORT =
            Pattern.compile("export ((?:const|function|async function) ([A-Za-z_$][\\w$]*)\\b.*)");
    private static final Pattern DECLARATION =
            Pattern.compile("(?:export )?(?:const|let|class|function|async function) ([A-Za-z_$][\\w$]*)\\b.*");
    private static final Pattern EXPORT_ALL = Pattern.compile("export \\* from '([^']+)';");
    private static final String VENDOR = "vendor/";

    private final UnaryOperator<String> read;
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, Set<String>> exports = new LinkedHashMap<>();
    private final Map<String, String> vendors = new LinkedHashMap<>();
    private final Map<String, String> modules = new LinkedHashMap<>();

    private ScriptBundle(UnaryOperator<String> read) {
        this.read = read;
    }

    /**
     * The script that does what the module {@code entry} does.
     *
     * @param entry name of a module, such as {@code app.js}
     * @param read the text of a module by its name
     */
    static String of(String entry, UnaryOperator<String> read) {
        ScriptBundle bundle = new ScriptBundle(read);
        bundle.add(entry);
        StringBuilder text = new StringBuilder();
        bundle.vendors.forEach((file, name) -> text.append("import * as ")
                .append(name)
                .append(" from './")
                .append(file)
                .append("';\n"));
        bundle.modules.values().forEach(text::append);
        return text.toString();
    }

    private void add(String file) {
        if (modules.containsKey(file)) {
            return;
        }
        if (path.contains(file)) {
            throw new IllegalStateException("The module " + file + " needs itself by way of " + path);
        }
        path.push(file);
        Set<String> given = new LinkedHashSet<>();
        StringBuilder body = new StringBuilder();
        Set<String> names = new HashSet<>();
        int number = 0;
        for (String line : read.apply(file).split("\n")) {
            number++;
            requireNew(line, names, file, number);
            body.append(written(line, file, number, given)).append('\n');
        }
        path.pop();
        exports.put(file, given);
        modules.put(
                file,
                "// " + file + "\nconst " + name(file) + " = (() => {\n" + body + "return { " + String.join(", ", given)
                        + " };\n})();\n");
    }

    /** A browser would refuse the whole script for a name that a module has twice. */
    private static void requireNew(String line, Set<String> names, String file, int number) {
        Matcher declaration = DECLARATION.matcher(line);
        Matcher taken = IMPORT.matcher(line);
        List<String> declared = declaration.matches()
                ? List.of(declaration.group(1))
                : taken.matches() && taken.group(1) != null
                        ? List.of(taken.group(1).replaceAll("\\w+ as ", "").split(", "))
                        : List.of();
        for (String name : declared) {
            if (!names.add(name)) {
                throw new IllegalStateException(file + ":" + number + " declares " + name + " a second time");
            }
        }
    }

    private String written(String line, String file, int number, Set<String> given) {
        Matcher all = EXPORT_ALL.matcher(line);
        if (all.matches()) {
            given.add("..." + need(file, all.group(1)));
            return "";
        }
        Matcher taken = IMPORT.matcher(line);
        if (taken.matches()) {
            String from = need(file, taken.group(2));
            if (taken.group(1) == null) {
                return "";
            }
            check(taken.group(1), resolve(file, taken.group(2)), file, number);
            return "const { " + taken.group(1).replace(" as ", ": ") + " } = " + from + ";";
        }
        Matcher export = EXPORT.matcher(line);
        if (export.matches()) {
            given.add(export.group(2));
            return export.group(1);
        }
        if (line.startsWith("import ") || line.startsWith("export ")) {
            throw new IllegalStateException(
                    file + ":" + number + " is written in a way that cannot be bundled: " + line);
        }
        return line;
    }

    /** Adds the module that {@code file} names and gives the variable that will hold its exports. */
    private String need(String file, String named) {
        String other = resolve(file, named);
        if (other.startsWith(VENDOR)) {
            return vendors.computeIfAbsent(other, ScriptBundle::name);
        }
        add(other);
        return name(other);
    }

    private void check(String names, String from, String file, int number) {
        Set<String> known = exports.get(from);
        if (known == null || known.stream().anyMatch(name -> name.startsWith("..."))) {
            return;
        }
        String missing = Pattern.compile(", ")
                .splitAsStream(names)
                .map(name -> name.replaceAll(" as .*", ""))
                .filter(name -> !known.contains(name))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalStateException(file + ":" + number + ": " + from + " does not export " + missing);
        }
    }

    private static String resolve(String file, String named) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (file.substring(0, file.lastIndexOf('/') + 1) + named).split("/")) {
            if (part.equals("..")) {
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static String name(String file) {
        return "module_" + file.replaceAll("[^A-Za-z0-9]", "_");
    }
}

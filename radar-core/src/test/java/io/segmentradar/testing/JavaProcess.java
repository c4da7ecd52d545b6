package io.segmentradar.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Java process on the classes of this one, for what only a process of its own can show: a kill, a signal, a small heap. */
public final class JavaProcess {
    private JavaProcess() {}

    /** What it says and what it complains of come out as one. */
    public static Process start(Class<?> main, Object... words) throws IOException {
        return start(List.of(), main, words);
    }

    /**
     * @param options of the virtual machine
     */
    public static Process start(List<String> options, Class<?> main, Object... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Stream.of(words).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}

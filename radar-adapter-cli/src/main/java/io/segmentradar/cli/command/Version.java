package io.segmentradar.cli.command;

import io.segmentradar.core.run.RunManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Versions of the product and of what it runs on. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        RunManifest.Versions versions = current();
        return new String[] {
            "Segment Radar " + versions.product(),
            "Java " + versions.java() + " (" + System.getProperty("java.vendor") + ")",
            "LightGBM " + versions.lightgbm(),
            versions.os() + " " + versions.arch()
        };
    }

    /** Versions for the manifest. */
    public static RunManifest.Versions current() {
        Properties built = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/io/segmentradar/cli/version.properties")) {
            built.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunManifest.Versions(
                built.getProperty("product"),
                System.getProperty("java.version"),
                built.getProperty("lightgbm"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }
}

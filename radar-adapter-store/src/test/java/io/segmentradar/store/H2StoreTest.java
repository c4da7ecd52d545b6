package io.segmentradar.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest extends StoreContract {
    @TempDir
    private Path directory;

    @Override
    StoreSettings settings(String name) {
        return StoreSettings.embedded(directory.resolve(name));
    }
}

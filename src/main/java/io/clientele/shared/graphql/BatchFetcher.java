package io.clientele.shared.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.jspecify.annotations.Nullable;

/** Hands the source to a loader that collects the sources of one level and calls the edge once for all of them. */
final class BatchFetcher implements DataFetcher<Object> {

    // A source may be large and its hash slow, and each source is asked for once: nothing to gain from a cache.
    private static final DataLoaderOptions OPTIONS =
            DataLoaderOptions.newOptions().setCachingEnabled(false).build();

    private final String name;
    private final OperationFetcher operation;

    BatchFetcher(String name, OperationFetcher operation) {
        this.name = name;
        this.operation = operation;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        if (environment.getSource() instanceof EmptyFetcher.EmptyObject) {
            return EmptyFetcher.INSTANCE.get(environment);
        }
        String key = environment.getArguments().isEmpty() ? name : name + environment.getArguments();
        environment
                .getDataLoaderRegistry()
                .computeIfAbsent(key, _ -> DataLoaderFactory.newDataLoader(operation, OPTIONS));
        List<Object> arguments = operation.argumentsOf(environment);
        DataLoader<Object, Object> loader = environment.getDataLoader(key);
        if (loader == null) {
            throw new IllegalStateException("no loader " + key);
        }
        return loader.load(environment.getSource(), arguments);
    }
}

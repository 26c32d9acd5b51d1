package io.clientele.shared.graphql;

import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;

/**
 * Gives the framework our fetchers instead of its own, which build a description of the selection as JSON for every
 * single field and cost more than the database does. Loaded as a service, so it is public.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
public class FetcherService implements DataFetcherService {

    @Override
    public Integer getPriority() {
        return Integer.MIN_VALUE;
    }

    @Override
    public PlugableBatchableDataFetcher getOtherWrappedDataFetcher(Operation operation, Type type) {
        return new OperationFetcher(operation);
    }

    @Override
    public PlugableBatchableDataFetcher getOtherFieldDataFetcher(Operation operation, Type type) {
        return new OperationFetcher(operation);
    }

    @Override
    public PlugableDataFetcher getFieldDataFetcher(Field field, Type type, Reference owner) {
        return new PropertyFetcher(field, owner);
    }
}

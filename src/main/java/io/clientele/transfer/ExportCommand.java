package io.clientele.transfer;

import io.clientele.customer.CustomerQuery;
import io.clientele.customer.CustomerService;
import io.clientele.shared.Caller;
import io.clientele.shared.Command;
import io.clientele.shared.CommandOptions;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Progress;
import io.clientele.shared.search.SearchCriteria;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code export FILE [--entity NAME] [--format csv|ndjson]}. */
@ApplicationScoped
class ExportCommand implements Command {

    private final ExportService exports;
    private final CustomerService customers;
    private final CurrentCaller caller;

    @Inject
    ExportCommand(ExportService exports, CustomerService customers, CurrentCaller caller) {
        this.exports = exports;
        this.customers = customers;
        this.caller = caller;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> arguments) {
        return Command.saying(() -> carryOut(arguments));
    }

    private int carryOut(List<String> arguments) {
        CommandOptions options = CommandOptions.of(arguments, List.of("--entity", "--format"), List.of());
        if (options.words().size() != 1) {
            System.err.println("clientele: \"export\" takes a file");
            return 2;
        }
        caller.set(Caller.OPERATOR);
        try {
            write(
                    Path.of(options.words().getFirst()),
                    TransferKind.exported(options.value("--entity").orElse(TransferKind.CUSTOMER_COMPOSITE.code())),
                    FileFormat.of(options.value("--format").orElse(FileFormat.CSV.code())));
            return 0;
        } catch (IOException e) {
            System.err.println("clientele: the file could not be written: " + e.getMessage());
            return 1;
        }
    }

    private void write(Path path, TransferKind kind, FileFormat format) throws IOException {
        long most = customers.count(CustomerQuery.of(SearchCriteria.ALL, true));
        try (Progress progress = new Progress("Exporting", most);
                OutputStream out = Files.newOutputStream(path)) {
            exports.file(kind, format, List.of(), List.of())
                    .telling(() -> progress.moved(1))
                    .write(out);
        }
        System.out.println("Wrote " + path + ".");
    }
}

package io.clientele.shared.rest;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.sql.DatabaseFailure;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request before a feature sees it, in the contract's words. */
public final class RestRefusals {

    private RestRefusals() {}

    /**
     * What a failure is told as: the refusal behind it, or the one that a failure of the database amounts to.
     *
     * @return null when it was not foreseen
     */
    public static @Nullable Refusal in(Throwable failure) {
        Refusal refusal = Refusal.in(failure);
        if (refusal != null) {
            return refusal;
        }
        SQLException sql = DatabaseFailure.in(failure);
        if (sql == null) {
            return null;
        }
        if (DatabaseFailure.isUnavailable(sql)) {
            return unavailable();
        }
        return DatabaseFailure.isBadData(sql) ? invalidData() : null;
    }

    public static Refusal noRoute() {
        return Refusal.of(RefusalKind.NO_ROUTE, "Request does not match any route.");
    }

    static Refusal method(String method) {
        return Refusal.of(RefusalKind.METHOD, "The %1 HTTP method is not supported.")
                .at(method);
    }

    static Refusal notAcceptable(String accept) {
        return Refusal.of(
                        RefusalKind.NOT_ACCEPTABLE,
                        "Server cannot match any of the given Accept HTTP header media type(s) from the request: \"%1\"")
                .at(accept);
    }

    static Refusal noContentType() {
        return Refusal.input("Content-Type header is empty.");
    }

    static Refusal invalidContentType() {
        return Refusal.input("Content-Type header is invalid.");
    }

    static Refusal charset() {
        return Refusal.input("UTF-8 is the only supported charset.");
    }

    static Refusal unknownContentType(String type) {
        return Refusal.input("Server cannot understand Content-Type HTTP header media type %1")
                .at(type);
    }

    static Refusal invalidData() {
        return Refusal.input("The data was invalid. Verify the data and try again.");
    }

    public static Refusal unavailable() {
        return Refusal.of(RefusalKind.UNAVAILABLE, "The service is temporarily unavailable. Please try again later.");
    }

    /** The shop wants every change to name the version it is meant for. */
    public static Refusal preconditionNeeded(String header) {
        return Refusal.of(
                        RefusalKind.PRECONDITION_REQUIRED,
                        "The \"%1\" header is required. Enter the version you want to change and try again.")
                .at(header);
    }
}

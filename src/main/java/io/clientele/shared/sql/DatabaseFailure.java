package io.clientele.shared.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL refused a statement or could not be reached. Carries the SQL state; never shown to a caller. */
public final class DatabaseFailure extends RuntimeException {

    public DatabaseFailure(SQLException cause) {
        super(cause);
    }

    /** The first SQL exception in the chain of causes, or null. */
    public static @Nullable SQLException in(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** The name of the constraint that a statement violated, or empty. */
    public static String violatedConstraint(@Nullable Throwable failure) {
        if (in(failure) instanceof org.postgresql.util.PSQLException sql && sql.getServerErrorMessage() != null) {
            String constraint = sql.getServerErrorMessage().getConstraint();
            return constraint == null ? "" : constraint;
        }
        return "";
    }

    /** Whether the database is gone, stopping, overloaded or cut the statement short: worth another try later. */
    public static boolean isUnavailable(SQLException failure) {
        if (failure instanceof java.sql.SQLTransientConnectionException) {
            return true;
        }
        String state = failure.getSQLState();
        if (state == null) {
            // The connection pool reports an exhausted or closed pool without a state.
            return failure.getCause() == null || failure.getMessage() == null || isPoolTimeout(failure);
        }
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("40")
                || state.equals("25P03")
                || state.equals("55P03");
    }

    private static boolean isPoolTimeout(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("Acquisition timeout")
                || failure.getCause() instanceof java.io.IOException;
    }

    /** Whether another transaction was faster or stood in the way: the same may succeed when it is done again. */
    public static boolean isOutrun(DatabaseFailure failure) {
        SQLException sql = in(failure);
        String state = sql == null ? null : sql.getSQLState();
        return state != null && (state.startsWith("40") || state.equals("23505"));
    }

    /** Whether a value could not be stored or compared as its type: the caller's data, not our failure. */
    public static boolean isBadData(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}

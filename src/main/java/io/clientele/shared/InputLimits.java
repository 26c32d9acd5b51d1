package io.clientele.shared;

/** How much the contract lets a request hold while a shop has its input limits on; without them nothing is too much. */
public interface InputLimits {

    /** No limit. */
    int NONE = Integer.MAX_VALUE;

    /** The most objects a list in a REST request may hold. */
    int listItems();

    /** The same for a request that is carried out later, and for the operations in it. */
    int asyncListItems();

    /** The largest {@code pageSize} of a GraphQL field. */
    int graphQLPageSize();
}

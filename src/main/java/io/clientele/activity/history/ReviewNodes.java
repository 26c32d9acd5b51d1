package io.clientele.activity.history;

import io.clientele.customer.graphql.AddressesNode.PageInfoNode;
import io.clientele.shared.ShownTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;

/** Reviews as GraphQL shows them. */
public final class ReviewNodes {

    private ReviewNodes() {}

    /** A page of reviews. */
    @Name("ProductReviews")
    public record ReviewsNode(
            List<ReviewNode> items, @Name("page_info") PageInfoNode pageInfo) {

        static ReviewsNode of(Page<Review> page) {
            return new ReviewsNode(page.items().stream().map(ReviewNode::of).toList(), PageNodes.info(page));
        }
    }

    /** A review; its product is read when it is asked for. */
    @Name("ProductReview")
    public record ReviewNode(
            @Ignore Review review,
            @Name("average_rating") Double averageRating,
            @Name("ratings_breakdown") List<Rating> ratingsBreakdown,
            @Name("created_at") String createdAt,
            String nickname,
            String summary,
            String text) {

        static ReviewNode of(Review review) {
            return new ReviewNode(
                    review,
                    review.percent().doubleValue(),
                    List.of(new Rating("Rating", Integer.toString(review.rating()))),
                    ShownTime.of(review.createdAt()),
                    review.nickname(),
                    review.title(),
                    review.detail());
        }
    }

    /** What was rated, and how many stars it got. */
    @Name("ProductReviewRating")
    public record Rating(String name, String value) {}
}

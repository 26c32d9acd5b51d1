package io.clientele.customer;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests at the same time. */
public final class Together {

    private Together() {}

    /** The answers, in the order of the requests. */
    public static List<Response> run(List<Callable<Response>> requests) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}

package io.segmentradar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.http.api.RadarServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals of the plan on trial; that it plans is shown where a recommender is, in the command line's tests. */
class WhatIfTest {
    private static RadarHttpServer server;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        server = RadarHttpServer.start(
                HttpSettings.loopback(0), RadarServices.readOnly(RadarQueries.of(RadarRuns.run())));
        api = new ApiClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hours\":{\"NOBODY\":1}}",
                "{\"hours\":{\"RM\":\"many\"}}",
                "{\"hours\":[1]}",
                "{\"hour\":{}}",
                "[]",
                ""
            })
    void whatCannotBePlannedIsRefusedInWords(String body) throws Exception {
        var response = api.post("/api/plan/", body);

        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"detail\""));
    }

    @Test
    void aServerWithoutRecommenderSaysSo() throws Exception {
        assertEquals(501, api.post("/api/plan/", "{\"hours\":{}}").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"shocks\":[{\"kpi\":\"deposits\"}]}",
                "{\"shocks\":[{\"kpi\":\"deposits\",\"change\":-2}]}",
                "{\"shocks\":{}}",
                "{\"covariates\":{\"usdkrw\":{}}}",
                "{\"covariates\":{\"usdkrw\":{\"path\":[\"x\"]}}}",
                "{\"probability\":1.5}",
                "{\"level\":\"galaxy\"}",
                "{\"chance\":0.5}"
            })
    void scenariosThatCannotBeUnderstoodAreRefusedInWords(String body) throws Exception {
        var response = api.post("/api/scenarios/", body);

        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"detail\""));
    }

    @Test
    void aServerWithoutForecastEngineSaysSo() throws Exception {
        assertEquals(501, api.post("/api/scenarios/", "{}").statusCode());
    }
}

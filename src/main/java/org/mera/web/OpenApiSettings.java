package org.mera.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mera.access.Role;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says beyond what the classes of the API tell by themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApiSettings {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        Schema<?> problem = new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema());
        return new OpenAPI()
                .info(new Info()
                        .title("Mera")
                        .version("v1")
                        .description(
                                "The annual cycle of a rating: run, watch, check, hand in, read, decide, approve."))
                .components(new Components()
                        .addSchemas(PROBLEM, problem)
                        .addSecuritySchemes(
                                "password",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .security(List.of(
                        new SecurityRequirement().addList("token"), new SecurityRequirement().addList("password")));
    }

    @Bean
    OperationCustomizer sayWhatItDoes(org.springframework.beans.factory.ObjectProvider<ApiAddresses> addresses) {
        return (operation, handler) -> {
            String called = handler.getBeanType().getSimpleName().replaceFirst("Api$", "");
            operation.setTags(List.of(called.toLowerCase(Locale.ROOT)));
            return operation.summary(addresses.getObject().summary(handler, Locale.ENGLISH));
        };
    }

    /** Wherever it is served, the addresses begin at its root; each says who may use it, and how it refuses. */
    @Bean
    OpenApiCustomizer sayWhoMay() {
        ApiResponse refused = new ApiResponse()
                .description("Refused, or failed; see the problem's type")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
        return document -> {
            document.setServers(List.of(new Server().url("/")));
            document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                operation.setDescription("Role: "
                        + ApiAddresses.roles(method.name(), ruled(path)).stream()
                                .map(Role::word)
                                .collect(Collectors.joining(", ")));
                if (operation.getResponses() == null) {
                    operation.setResponses(new ApiResponses());
                }
                operation.getResponses().addApiResponse("default", refused);
            }));
        };
    }

    /** {@return the path as the rules have it} The document knows no paths of many parts. */
    private static String ruled(String path) {
        return path.replace("/files/{path}", "/files/{*path}");
    }
}
